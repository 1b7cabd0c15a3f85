import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What is measured on a page: a library, put there before the clock runs, and an expression that may be a promise. */
export type Tool = { readonly title: string; readonly library?: string; readonly expression: string };

/** The least anybody must do who reads a page: an unfiltered walk that looks at all text. */
export const READING: Tool = {
  title: 'reading the text',
  expression: `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) length += node.data.length;
  return length;
})()`,
};

/** The least that can find a name without a native helper: the same walk, and a look at each character. */
export const READING_CHARACTERS: Tool = {
  title: 'reading each character',
  expression: `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.data;
    for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  }
  return sum;
})()`,
};

export const markJs = (names: readonly string[]): Tool => highlighter('mark.js', names);

/** Its best-kept successor. */
export const advancedMarkJs = (names: readonly string[]): Tool => highlighter('advanced-mark.js', names);

/** What most small extensions do: one regular expression of all names, and an element around each hit. */
export function wrapByRegExp(names: readonly string[]): Tool {
  const pattern = names.map((name) => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)).join('|');
  return {
    title: titleOf('one RegExp and wrap', names),
    expression: `(() => {
      const names = new RegExp(${JSON.stringify(String.raw`\b(?:${pattern})\b`)}, 'g');
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node);
      for (const text of texts)
        for (const hit of [...text.data.matchAll(names)].reverse()) {
          const name = text.splitText(hit.index);
          name.splitText(hit[0].length);
          const mark = document.createElement('mark');
          name.replaceWith(mark);
          mark.append(name);
        }
    })()`,
  };
}

function highlighter(library: string, names: readonly string[]): Tool {
  const file = createRequire(import.meta.url).resolve(`${library}/dist/mark.min.js`);
  const options = JSON.stringify({ accuracy: 'exactly', separateWordSearch: false });
  return {
    title: titleOf(library, names),
    library: readFileSync(file, 'utf8'),
    expression: `new Promise((done) => new Mark(document.body).mark(${JSON.stringify(names)}, { ...${options}, done }))`,
  };
}

const titleOf = (tool: string, names: readonly string[]): string =>
  `${tool}, ${names.length.toLocaleString('en')} names`;
