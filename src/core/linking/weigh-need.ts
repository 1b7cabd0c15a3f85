import type { Evidence, Reason } from '../model/mention.ts';
import type { NormalizedText } from '../text/normalize.ts';
import { guessLanguage } from '../text/text-language.ts';
import { meetsNeeds } from './alias-rules.ts';
import type { Hit } from './collect-hits.ts';
import type { Weigh } from './evidence-weights.ts';
import { keyOf } from './find-clues.ts';
import { shapeOf } from './name-shape.ts';
import type { PageContext } from './page-context.ts';

/** What is restricted although it has several words, or characters, is a common phrase; a person's full name is not. */
const PHRASE = 1.3;
const PHRASES: ReadonlySet<Evidence> = new Set(['full-name', 'ideographic']);
/** Words asked for in one language rarely stand in a text of another. */
const FOREIGN = 0.6;
/** A sentence or two on each side, to tell the language by. */
const REACH = 200;
const SPACELESS_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

/** What the alias asks for, and how the page meets it; null if it asks for nothing. */
export function weighNeed(
  hit: Hit,
  run: { readonly text: string; readonly normalized: NormalizedText },
  context: PageContext,
  weigh: Weigh,
): Reason | null {
  const need = needOf(hit, run.normalized, context);
  return need === null ? null : weigh(need, need === 'needs-unmet' ? gravityOf(hit, run.text) : 1);
}

/** What the page itself introduces needs nothing else, and nothing less. */
function needOf(hit: Hit, text: NormalizedText, context: PageContext): Evidence | null {
  if (context.introduced.has(keyOf(hit))) return 'introduced-here';
  const { alias, entity, introduced } = hit.tracked;
  return introduced === true ? 'long-form-missing' : meetsNeeds(alias, entity, text, hit, context);
}

function gravityOf(hit: Hit, text: string): number {
  const { alias, type } = hit.tracked;
  if (PHRASES.has(shapeOf(alias))) return type === 'person' ? 1 : PHRASE;
  if (alias.lang !== undefined && alias.lang !== 'en') return 1;
  const around = text.slice(Math.max(0, hit.start - REACH), hit.end + REACH);
  const language = guessLanguage(around);
  const isEnglish = language === 'en' || (language === null && !SPACELESS_SCRIPT.test(around));
  return isEnglish ? 1 : FOREIGN;
}
