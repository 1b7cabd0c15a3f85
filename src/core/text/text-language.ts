/** The commonest small words of languages in Latin script that share names with English texts. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it with as was on by are from at this be has have had not which or an its were will',
  de: 'der die das und ist nicht mit von ein eine auf für den dem zu im des sich auch als wird bei nach über aus hat',
  fr: 'le la les et est des du une un que qui dans pour pas sur au par avec ce sont plus il elle aux ses',
  es: 'el la los las y es que de en un una por con para del se su al no lo como más',
  it: 'il la le e è che di un una per con del della non si dei al nel sono più',
  nl: 'de het een en van is dat op te voor met niet zijn aan er ook',
  pt: 'o a os as e é que de um uma por com para do da não se ao no na',
};

const LANGUAGES = Object.entries(SMALL_WORDS).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));

/** Whether a word, in lower case, is one of the commonest small words of a language. */
export const isSmallWordOf = (language: string, word: string): boolean =>
  LANGUAGES.some((known) => known.language === language && known.words.has(word));

/**
 * The language (of seven in Latin script) whose small words are most frequent in a text; null where too few are seen. Words in
 * capitals do not count: MIT is no German preposition.
 */
export function guessLanguage(text: string): string | null {
  const words = text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}\p{M}]*(?![\p{L}\p{N}])/gu) ?? [];
  let best: string | null = null;
  let most = 1;
  for (const { language, words: small } of LANGUAGES) {
    const seen = words.filter((word) => small.has(word)).length;
    if (seen > most) [best, most] = [language, seen];
  }
  return best;
}
