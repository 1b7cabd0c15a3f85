// What `textOf` refuses: controls, and the marks that turn the direction of what follows.
// oxlint-disable-next-line no-control-regex
const UNWELCOME = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** Soft hyphens and zero-width spaces are for line breaks; zero-width joiners carry meaning and stay. */
const INVISIBLE = /[\u00ad\u200b\ufeff]/g;

/**
 * Text of a page as one line that any text field of the format takes: white space made single, no control characters, well
 * formed, and cut between words where it is longer than `maxLength` UTF-16 code units.
 */
export function tidyText(text: string, maxLength: number): string {
  const clean = text.toWellFormed().replaceAll(UNWELCOME, '').replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim();
  if (clean.length <= maxLength) return clean;
  const space = clean.lastIndexOf(' ', maxLength);
  // A cut between the halves of a character would leave a half.
  const end = space > maxLength / 2 ? space : maxLength;
  return clean
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/u, '')
    .trim();
}
