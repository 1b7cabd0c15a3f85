import type { Alias, Entity } from '../model/entity.ts';
import { normalizeText } from '../text/normalize.ts';

/** How an alias was made from one that the pack lists. */
export const DERIVATIONS = [
  'legal-form-dropped',
  'group-word-dropped',
  'and-for-ampersand',
  'ampersand-for-and',
  'dotted',
  'undotted',
  'parted',
  'surname',
  'surname-first',
] as const;
export type Derivation = (typeof DERIVATIONS)[number];

export type DerivedAlias = { readonly alias: Alias; readonly derivation: Derivation; readonly from: string };

/** Legal forms say nothing about who is meant: "Acme Inc." and "Acme" are one. */
const LEGAL_FORM =
  /[\s,]+(?:co\.?,?\s+ltd|co\.?|company|corp(?:oration)?|inc(?:orporated)?|ltd|limited|llc|plc|gmbh|ag|se|s\.?a|n\.?v|b\.?v|oyj|ab|a\/s|k\.?k|kgaa|pty)\.?$/i;
/** These may well belong to the name ("Ant Group" is not "Ant"), so a single word that is left over needs the whole on the page. */
const GROUP_WORD = /\s+(?:group|holdings?|technolog(?:y|ies)|international)$/i;
const AMPERSAND = /\s*&\s*/;
const AND = / and /;
/** Not of two letters: "J.D." is a degree. */
const PLAIN_ABBREVIATION = /^\p{Lu}{3,5}$/u;
const DOTTED_ABBREVIATION = /^(?:\p{Lu}\.){2,5}$/u;
/** Two words or more in Latin script, the last of them capitalised: what a personal name in Western order looks like. */
const WESTERN_NAME =
  /^\p{Script=Latin}[\p{Script=Latin}\p{M}.'’-]*(?:\s+[\p{Script=Latin}\p{M}.'’-]+)*\s+(\p{Lu}[\p{Script=Latin}\p{M}'’-]+)$/u;

/** A foreign name in Chinese, Japanese or Korean script, its parts set off: イーロン・マスク, 일론 머스크. */
const TRANSCRIBED_NAME =
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+(?:[・·‧ ][\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+)*[・·‧ ]([\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]{2,})$/u;

/** The commonest Chinese, Korean and Vietnamese surnames in Latin letters: whoever has one before another word may be called by it. */
const EASTERN_SURNAMES: ReadonlySet<string> = new Set(
  `ai an bai bao cai cao chan chang chen cheng cho choi chu cui dai deng ding dong du duan fan fang feng fu gao ge gong gu guo
  han hao he ho hong hou hu hua huang hwang jang jia jiang jin jung kang kim kong kwon lai lam lee lei leung li liang liao lim
  lin ling liu lo long lu luo lv ma mao meng mo ng ngo nguyen ni niu pan pang park peng pham qi qian qin qiu ren shao shen shi
  song su sun tan tang tao tian tran tsai wan wang wei wen wong wu xi xia xiang xiao xie xing xiong xu xue yan yang yao ye yi
  yin yoon yu yuan yue zeng zhan zhang zhao zheng zhong zhou zhu zhuang zou`.split(/\s+/u),
);

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
    // "Lee, Kai-Fu" folds as "Lee Kai-Fu" does, but a comma in the text counts only where the alias has it.
    const key = derivation === 'surname-first' ? `${folded},` : folded;
    if (folded.length < 2 || known.has(key)) return;
    known.add(key);
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
    if (AND.test(alias.text) && !isTitle(entity)) add(alias, alias.text.replace(AND, ' & '), 'ampersand-for-and');
    if (PLAIN_ABBREVIATION.test(alias.text)) add(alias, alias.text.replace(/./gu, '$&.'), 'dotted', { case: 'exact' });
    if (DOTTED_ABBREVIATION.test(alias.text)) add(alias, alias.text.replaceAll('.', ''), 'undotted', { case: 'exact' });
    if (isCompound(alias.text)) add(alias, alias.text.replaceAll(SEAM, ' '), 'parted', { case: 'exact' });
    if (entity.type === 'person') derivePersonalForms(alias, add);
  }
  return derived;
}

/** Where a capital within a word begins another: Sense|Time, Open|AI. */
const SEAM = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Two words written as one, each long enough to be told from a small word: "Sense Time", but not "We Chat". */
function isCompound(text: string): boolean {
  const parts = text.split(SEAM);
  return parts.length === 2 && parts.every((part) => /^(?:\p{Lu}\p{Ll}{2,}|\p{Lu}{2,})$/u.test(part));
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

/** "Robin Li" is Li once he has been introduced, and "Li, Robin" in a bibliography; "Deng Xiaoping" is Deng. */
function derivePersonalForms(alias: Alias, add: Add): void {
  const rules: Partial<Alias> = { case: 'exact', needs: { longForm: true } };
  const transcribed = TRANSCRIBED_NAME.exec(alias.text)?.[1];
  if (transcribed !== undefined) add(alias, transcribed, 'surname', rules);
  const last = WESTERN_NAME.exec(alias.text)?.[1];
  if (last === undefined) return;
  add(alias, last, 'surname', rules);
  const given = alias.text.slice(0, -last.length).trim();
  add(alias, `${last}, ${given}`, 'surname-first', { case: 'exact' });
  if (/^\p{L}+$/u.test(given) && EASTERN_SURNAMES.has(given.toLowerCase())) add(alias, given, 'surname', rules);
}

/** Names of things that are not written by halves. */
const isTitle = ({ type }: Entity): boolean => type === 'concept' || type === 'person';

const isOneWord = (text: string): boolean => !/\s/.test(text);

/** At least one capitalised word that is more than an article or a pronoun ("The We Company"), and no loose end. */
const isNameLike = (text: string): boolean =>
  /(?:^|[\s(])(?!The\b)\p{Lu}[\p{L}\p{M}\p{N}'’-]{2,}/u.test(text) && !/\s(?:and|of|the|for|&)$/i.test(text);

/** A single word may have an ordinary meaning, which nobody has checked: spelled exactly, its sentence is judged. */
const exactIfOneWord = (text: string): Partial<Alias> => (isOneWord(text) ? { case: 'exact' } : {});
