import { makeText } from '../spotting/texts.ts';

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const document = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Benchmark</title><body><main>${body}</main></body></html>`;

/** An article in paragraphs, with some words in inline elements. */
const article = (paragraphs: readonly string[]): string =>
  document(paragraphs.map((text) => `<p>${escapeHtml(text).replace(/(\S+ \S+)/, '<em>$1</em>')}</p>`).join('\n'));

/** The same text in many small nodes: a span for every few words. */
const splinters = (paragraphs: readonly string[]): string =>
  document(
    paragraphs
      .map((text) => `<p>${escapeHtml(text).replaceAll(/(\S+ \S+ \S+ )(\S+ )/g, '$1<span>$2</span>')}</p>`)
      .join('\n'),
  );

/** Pages to measure on, by what they are. Nothing that `isNameless` refuses occurs but the names put in. */
export function makePages(
  names: readonly string[],
  isNameless: (paragraph: string) => boolean,
): Readonly<Record<string, string>> {
  const withoutNames = (length: number): string[] =>
    makeText('en', length * 4, ['nobody'], 3)
      .map((text) => text.replaceAll(/\p{Lu}[\p{L}.&-]*/gu, 'somebody'))
      .filter(isNameless)
      .slice(0, Math.ceil(length / 500));
  const plain = withoutNames(100_000);
  const named = plain.map((text, paragraph) =>
    paragraph % 14 === 0 ? `${names[paragraph / 14] ?? ''} said so. ${text}` : text,
  );
  return {
    'article, 100 kB, no name': article(plain),
    'article, 100 kB, 15 names': article(named),
    'page, 1 MB, 30 000 text nodes': splinters([...named, ...withoutNames(900_000)]),
    'page, 10 MB': article([...named, ...withoutNames(9_900_000)]),
  };
}
