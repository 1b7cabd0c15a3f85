import { Parser } from 'htmlparser2';
import { BLOCK_ELEMENTS, PARTING_ELEMENTS, SKIPPED_ELEMENTS } from '../core/text/flow-elements.ts';

/** The flow runs of an HTML document, as the scout would cut them: the text of each block across its inline elements. */
export function flowTexts(html: string): string[] {
  const texts: string[] = [];
  let text = '';
  let skipping = 0;
  const endRun = (): void => {
    if (text.trim() !== '') texts.push(text);
    text = '';
  };
  const parser = new Parser({
    onopentagname(name) {
      if (SKIPPED_ELEMENTS.has(name)) skipping++;
      if (BLOCK_ELEMENTS.has(name)) endRun();
      else if (PARTING_ELEMENTS.has(name)) text += name === 'br' ? '\n' : ' ';
    },
    ontext(data) {
      if (skipping === 0) text += data;
    },
    onclosetag(name) {
      if (SKIPPED_ELEMENTS.has(name)) skipping--;
      if (BLOCK_ELEMENTS.has(name)) endRun();
    },
  });
  parser.end(html);
  endRun();
  return texts;
}
