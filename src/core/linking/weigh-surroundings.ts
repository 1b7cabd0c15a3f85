import type { Reason } from '../model/mention.ts';
import { isInflected } from './alias-rules.ts';
import type { Hit } from './collect-hits.ts';
import { cutsWord } from './cut-words.ts';
import type { Weigh } from './evidence-weights.ts';
import { isNoPlace } from './counted-place.ts';
import { isPartOfLongerName } from './longer-name.ts';
import { standsLowAmongCapitals } from './name-shape.ts';
import { isSmallWordInCapitals } from './small-word.ts';
import { isShareLabel } from './share-label.ts';
import { isAddressed, isNamesake, isOtherPerson, lacksHonorific } from './other-person.ts';

/** What the characters and words right around a name say, in any language. */
export function weighSurroundings(
  hit: Hit,
  run: { readonly text: string; readonly isFollowed: (offset: number) => boolean },
  weigh: Weigh,
): Reason[] {
  const { text, isFollowed } = run;
  const { type, alias, ordinary } = hit.tracked;
  const reasons: Reason[] = [];
  if (isInflected(hit.surface, text[hit.end])) {
    // "Times" is not several of the magazine.
    reasons.push(ordinary === true ? weigh('ordinary-word', 2) : weigh('plural'));
  }
  if (standsLowAmongCapitals(alias, hit.surface, text, hit.start)) reasons.push(weigh('low-among-capitals'));
  if (isPartOfLongerName(text, hit, type, isFollowed)) reasons.push(weigh('part-of-longer-name'));
  if (type === 'person' ? isAnother(hit, text) : isAddressed(text, hit)) reasons.push(weigh('name-of-another-person'));
  if (cutsWord(text, hit)) reasons.push(weigh('cuts-a-word'));
  if (isSmallWordInCapitals(hit, text)) reasons.push(weigh('ordinary-word-in-capitals', 3));
  if (isShareLabel(text, hit)) reasons.push(weigh('share-label'));
  if (type === 'place' && isNoPlace(text, hit)) reasons.push(weigh('counted-place'));
  return reasons;
}

/** Whether somebody else is called that. */
function isAnother(hit: Hit, text: string): boolean {
  const { alias, name, derivedFrom } = hit.tracked;
  if (isNamesake(text, hit)) return true;
  if (/\s/u.test(alias.text)) return false;
  return (
    isOtherPerson(text, hit, [name, derivedFrom ?? name]) || (derivedFrom !== undefined && lacksHonorific(text, hit))
  );
}
