import type { Routes } from '../article-server.ts';

const LETTERS = Array.from({ length: 94 }, (_, position) => 0x21 + position);
const FAMILIES = ['Trap', 'system-ui', 'sans-serif', 'Segoe UI', 'Roboto', 'Arial', 'Helvetica', 'Inter', 'Noto Sans'];

export type FontTrap = {
  /** Rules that make the browser ask for one file a letter, in whatever text has one of these fonts. */
  readonly css: string;
  readonly routes: Routes;
  /** Letters asked for so far. */
  asked(): string[];
  forget(): void;
};

/** A page's fonts that tell its server which letters are drawn. */
export function setFontTrap(): FontTrap {
  const asked = new Set<string>();
  const path = (letter: number): string => `/letter-${letter}`;
  return {
    css: FAMILIES.flatMap((family) =>
      LETTERS.map(
        (letter) =>
          `@font-face { font-family: "${family}"; src: url("${path(letter)}?${encodeURIComponent(family)}"); unicode-range: U+${letter.toString(16)}; }`,
      ),
    ).join('\n'),
    routes: Object.fromEntries(
      LETTERS.map((letter) => [
        path(letter),
        () => {
          asked.add(String.fromCodePoint(letter));
          return '';
        },
      ]),
    ),
    asked: () => [...asked].toSorted(),
    forget: () => asked.clear(),
  };
}
