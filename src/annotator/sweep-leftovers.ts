import { isRandomName } from './random-name.ts';

/**
 * Takes away what a script of an earlier version of the extension left in the document: its highlights, and the host of a card
 * that was open. Firefox stops such scripts dead, and gives the new one no way to reach them.
 */
export function sweepLeftovers(registry: HighlightRegistry = CSS.highlights): void {
  for (const name of namesOf(registry)) if (isRandomName(name)) registry.delete(name);
  for (const element of document.querySelectorAll(':root > div[popover="manual"]'))
    if (element.attributes.length === 1 && element.childNodes.length === 0) element.remove();
}

function namesOf(registry: HighlightRegistry): string[] {
  const names: string[] = [];
  try {
    // Not by its iterator, which Firefox does not give to content scripts.
    registry.forEach((_highlight, name) => names.push(name));
  } catch {
    // Firefox again: highlights of a script that was stopped are dead objects, and it will not pass them. Their style went with
    // the extension that put it in, so nobody sees them.
  }
  return names;
}
