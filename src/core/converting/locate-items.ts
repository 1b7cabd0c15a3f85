/**
 * The line, from 1, on which each item of the lists that are fields of a JSON object begins, in their order. The text must be
 * JSON. `{"facts":[\n{},\n{}]}` gives `facts` → [2, 3].
 */
export function locateItems(text: string): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  let line = 1;
  let depth = 0;
  let key = '';
  let isItemDue = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\n') line++;
    if (/\s/.test(character)) continue;
    if (depth === 2 && isItemDue && character !== ']') {
      lists.get(key)?.push(line);
      isItemDue = false;
    }
    if (character === '"') {
      const end = endOfString(text, index);
      if (depth === 1) key = readKey(text.slice(index, end), key);
      index = end - 1;
    } else if (character === '[' || character === '{') {
      depth++;
      isItemDue = depth === 2 && character === '[';
      if (isItemDue) lists.set(key, []);
    } else if (character === ']' || character === '}') depth--;
    else if (character === ',' && depth === 2) isItemDue = true;
  }
  return lists;
}

/** The index behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\\') index++;
    else if (character === '"') return index + 1;
  }
  return text.length;
}

/** A string at depth 1 is a key, or a plain value; a value is followed by a comma, so the key that matters comes last. */
function readKey(quoted: string, fallback: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return fallback;
  }
}
