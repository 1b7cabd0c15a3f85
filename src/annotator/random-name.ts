/** Twelve random letters: a name that no page can guess or tell from another extension's. */
export function randomName(): string {
  const letters = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(letters, (value) => String.fromCharCode(97 + (value % 26))).join('');
}
