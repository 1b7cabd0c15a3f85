import { LIMITS } from '../model/limits.ts';

/**
 * Cuts a stream of text chunks into lines, without their ends. A last line without an end counts. A line without end would
 * fill the memory, so one over the limit is cut; its reader will refuse the piece as too long.
 */
export async function* splitLines(
  chunks: AsyncIterable<string>,
  maxLength: number = LIMITS.lineBytes,
): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > maxLength) {
      parts.push(rest);
      rest = '';
    }
    for (const line of parts) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}
