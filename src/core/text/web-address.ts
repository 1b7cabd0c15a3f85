import { isSpace } from '../matching/tokens.ts';

const MAX_ADDRESS_LENGTH = 300;
const MAX_MAILBOX_LENGTH = 64;

/**
 * Whether `text[start, end)` is part of a web address, an e-mail address, a file name, an identifier or a handle, where a name
 * is only letters: "huawei.com", "https://example.org/huawei/", "press@huawei.com", "huawei_driver".
 */
export function isInWebAddress(text: string, start: number, end: number): boolean {
  if (text[start - 1] === '_' || text[end] === '_') return true;
  if (/^\.[a-z]{2}/.test(text.slice(end, end + 3))) return true;
  if (/[a-z0-9]\.$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  const before = text.slice(wordStart(text, start), start);
  if (/:\/\/|^www\.|@|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\//i.test(before)) return true;
  return /^[\w.+-]*@[a-z0-9]/i.test(text.slice(end, end + MAX_MAILBOX_LENGTH));
}

/** Where the run of non-space characters around `index` begins, looking back a bounded way. */
function wordStart(text: string, index: number): number {
  const limit = Math.max(0, index - MAX_ADDRESS_LENGTH);
  let at = index;
  while (at > limit && !isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
