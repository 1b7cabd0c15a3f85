/**
 * A slow matcher that is right by inspection: every stretch of up to five words (or characters without spaces), folded by the
 * platform's own means, looked up in a set. Keys are `paragraph:start-end`.
 */
export function findByReference(names: readonly string[], paragraphs: readonly string[]): Set<string> {
  const wanted = new Set(
    names.map((name) =>
      tokenize(name)
        .map(({ folded }) => folded)
        .join(' '),
    ),
  );
  const found = new Set<string>();
  paragraphs.forEach((text, paragraph) => {
    const tokens = tokenize(text);
    tokens.forEach(({ start }, first) => {
      let key = '';
      for (let last = first; last < Math.min(tokens.length, first + 6); last++) {
        const token = tokens[last];
        const before = tokens[last - 1];
        if (token === undefined) break;
        if (
          last > first &&
          before !== undefined &&
          !mayJoin(text.slice(before.end, token.start), before.folded, token.folded)
        )
          break;
        key = last === first ? token.folded : `${key} ${token.folded}`;
        if (wanted.has(key)) found.add(`${paragraph}:${start}-${token.end}`);
      }
    });
  });
  return found;
}

type Token = { readonly start: number; readonly end: number; readonly folded: string };

const tokenize = (text: string): Token[] =>
  [
    ...text.matchAll(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])[\p{L}\p{N}\p{M}])+/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: match[0].normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase(),
  }));

/** Words of a name have a space between them, nothing else; characters without spaces touch. */
function mayJoin(gap: string, before: string, after: string): boolean {
  const isHan = (word: string): boolean => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(word);
  if (isHan(before) && isHan(after)) return gap === '';
  return isHan(before) || isHan(after) ? /^\s?$/u.test(gap) : /^\s+$/u.test(gap);
}
