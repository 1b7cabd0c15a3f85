/**
 * Puts a text on the clipboard, in answer to a click. A page may forbid the frames in it the new way; the old one, by a
 * selection, asks nobody.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  field.select();
  // eslint-disable-next-line typescript/no-deprecated -- the only way left where the page's policy forbids the other
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
