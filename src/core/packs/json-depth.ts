/** How deep JSON from outside may nest. The format needs 6; recursion over hostile depth would exhaust the stack. */
export const MAX_JSON_DEPTH = 32;

/** Whether brackets outside strings nest deeper than {@link MAX_JSON_DEPTH}: asked, without recursion, before `JSON.parse` is trusted. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 0x5c) index++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > MAX_JSON_DEPTH) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}
