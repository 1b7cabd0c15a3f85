const LENGTH = 12;
const A = 97;

/**
 * Twelve letters, eleven of them random: a name that no page can guess. The last is a check letter by which a later script of
 * ours knows the highlights that an earlier one, which it cannot ask, left in the document.
 */
export function randomName(): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(LENGTH - 1)), (value) =>
    String.fromCharCode(A + (value % 26)),
  ).join('');
  return letters + checkLetter(letters);
}

export const isRandomName = (name: string): boolean =>
  /^[a-z]{12}$/.test(name) && name.endsWith(checkLetter(name.slice(0, -1)));

/** Three has an inverse modulo 26, so that every change of one letter changes this one. */
function checkLetter(letters: string): string {
  let sum = 7;
  for (const letter of letters) sum = (sum * 3 + letter.charCodeAt(0)) % 26;
  return String.fromCharCode(A + sum);
}
