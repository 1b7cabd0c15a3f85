import type { Alias, Entity } from '../model/entity.ts';
import { normalizeText } from '../text/normalize.ts';

/** How an alias was made from one that the pack lists. */
export const DERIVATIONS = [
  'legal-form-dropped',
  'group-word-dropped',
  'and-for-ampersand',
  'dotted',
  'undotted',
  'surname',
] as const;
export type Derivation = (typeof DERIVATIONS)[number];

export type DerivedAlias = { readonly alias: Alias; readonly derivation: Derivation; readonly from: string };

/** Legal forms say nothing about who is meant: "Acme Inc." and "Acme" are one. */
const LEGAL_FORM =
  /[\s,]+(?:co\.?,?\s+ltd|co\.?|company|corp(?:oration)?|inc(?:orporated)?|ltd|limited|llc|plc|gmbh|ag|se|s\.?a|n\.?v|b\.?v|oyj|ab|a\/s|k\.?k|kgaa|pty)\.?$/i;
/** These may well belong to the name ("Ant Group" is not "Ant"), so a single word that is left over needs the whole on the page. */
const GROUP_WORD = /\s+(?:group|holdings?|technolog(?:y|ies)|international)$/i;
const AMPERSAND = /\s*&\s*/;
const PLAIN_ABBREVIATION = /^\p{Lu}{2,5}$/u;
const DOTTED_ABBREVIATION = /^(?:\p{Lu}\.){2,5}$/u;
/** Two words or more in Latin script, the last of them capitalised: what a personal name in Western order looks like. */
const WESTERN_NAME =
  /^\p{Script=Latin}[\p{Script=Latin}\p{M}.'’-]*(?:\s+[\p{Script=Latin}\p{M}.'’-]+)*\s+(\p{Lu}[\p{Script=Latin}\p{M}'’-]+)$/u;

/**
 * Spellings that follow from those a pack lists, so that an author need not think of them. Each is safe by itself, or carries
 * the rule that makes it so; none repeats a listed spelling.
 */
export function deriveAliases(entity: Entity): DerivedAlias[] {
  const ruled = entity.aliases.some((alias) => alias.text === entity.name);
  const listed: readonly Alias[] = ruled ? entity.aliases : [{ text: entity.name }, ...entity.aliases];
  const known = new Set(listed.map((alias) => normalizeText(alias.text).folded));
  const derived: DerivedAlias[] = [];
  const add = (from: Alias, text: string, derivation: Derivation, rules: Partial<Alias> = {}): void => {
    const { folded } = normalizeText(text);
    if (folded.length < 2 || known.has(folded)) return;
    known.add(folded);
    const { lang, needs, not, highlight } = from;
    const inherited = {
      ...(lang && { lang }),
      ...(needs && { needs }),
      ...(not && { not }),
      ...(highlight === false && { highlight }),
    };
    derived.push({ alias: { text, kind: 'variant', ...inherited, ...rules }, derivation, from: from.text });
  };
  for (const alias of listed) {
    if (alias.kind === 'ticker' || alias.kind === 'misprint') continue;
    deriveCompanyForms(entity, alias, add);
    if (AMPERSAND.test(alias.text)) add(alias, alias.text.replace(AMPERSAND, ' and '), 'and-for-ampersand');
    if (PLAIN_ABBREVIATION.test(alias.text)) add(alias, alias.text.replace(/./gu, '$&.'), 'dotted', { case: 'exact' });
    if (DOTTED_ABBREVIATION.test(alias.text)) add(alias, alias.text.replaceAll('.', ''), 'undotted', { case: 'exact' });
    const surname = entity.type === 'person' ? WESTERN_NAME.exec(alias.text)?.[1] : undefined;
    if (surname !== undefined) add(alias, surname, 'surname', { case: 'exact', needs: { longForm: true } });
  }
  return derived;
}

type Add = (from: Alias, text: string, derivation: Derivation, rules?: Partial<Alias>) => void;

function deriveCompanyForms(entity: Entity, alias: Alias, add: Add): void {
  if (entity.type !== 'company' && entity.type !== 'institution' && entity.type !== 'fund') return;
  const withoutForm = alias.text.replace(LEGAL_FORM, '');
  // What is left of "The Company Ltd." or "A Corp" is no name.
  if (withoutForm !== alias.text && isNameLike(withoutForm))
    add(alias, withoutForm, 'legal-form-dropped', exactIfOneWord(withoutForm));
  const withoutGroup = withoutForm.replace(GROUP_WORD, '');
  // An institution's "Technology" is what it teaches.
  if (entity.type === 'institution' || withoutGroup === withoutForm || !isNameLike(withoutGroup)) return;
  const needs = isOneWord(withoutGroup) ? { needs: { longForm: true as const } } : {};
  add(alias, withoutGroup, 'group-word-dropped', { ...exactIfOneWord(withoutGroup), ...needs });
}

const isOneWord = (text: string): boolean => !/\s/.test(text);

/** At least one capitalised word that is more than an article or a pronoun ("The We Company"), and no loose end. */
const isNameLike = (text: string): boolean =>
  /(?:^|[\s(])(?!The\b)\p{Lu}[\p{L}\p{M}\p{N}'’-]{2,}/u.test(text) && !/\s(?:and|of|the|for|&)$/i.test(text);

/** A single word may have an ordinary meaning, which nobody has checked: spelled exactly, its sentence is judged. */
const exactIfOneWord = (text: string): Partial<Alias> => (isOneWord(text) ? { case: 'exact' } : {});
