import type { TestPage } from '../drive.ts';
import { until } from '../reader.ts';

/**
 * The texts that are seen marked: those of highlights that have a style, in alphabetical order. Firefox stops the scripts
 * of an extension that goes, so that its highlights stay registered, but takes its styles away.
 */
export const seenMarked = (page: TestPage): Promise<string[]> =>
  page.evaluate(() => {
    const isStyled = (key: string): boolean =>
      getComputedStyle(document.body, `::highlight(${key})`).textDecorationLine.includes('underline');
    return [...CSS.highlights]
      .flatMap(([key, highlight]) => (isStyled(key) ? [...highlight] : []))
      .map(({ startContainer, startOffset, endOffset }) => (startContainer as Text).data.slice(startOffset, endOffset))
      .toSorted();
  }, null);

export const expectSeen = (page: TestPage, marks: readonly string[]): Promise<string[]> =>
  until(
    () => seenMarked(page),
    (seen) => seen.join() === marks.join(),
    `seen marked should be ${marks.join()}`,
  );
