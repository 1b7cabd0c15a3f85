import { hearPage, unsteadyEvents } from './hear-page.ts';
import { keepBuiltins, type Builtins } from './keep-builtins.ts';
import { seePage } from './see-page.ts';

/** Starts a section of what the recorder tells. No page has this character. */
const SECTION = '\u0001';

/** Source of a script that, run before all others in a page (not in its frames), hears what a page can hear and later tells what a page can see. */
export function recorderSource(types: readonly string[]): string {
  const given = JSON.stringify([...types]);
  return `(() => {
    if (window.parent !== window) return;
    const kept = (${keepBuiltins.toString()})();
    const hearing = (${hearPage.toString()})(kept, ${given}, ${JSON.stringify(unsteadyEvents())});
    const sight = (${seePage.toString()})(kept, ${JSON.stringify(SECTION)});
    const acting = (${actOnPage.toString()})(kept);
    Object.defineProperty(window, '__recorder', { value: Object.freeze({ ...hearing, ...sight, ...acting }) });
  })();`;
}

/** Runs in the page: adds text behind all other, and tells when the page has been drawn since. */
function actOnPage(kept: Builtins) {
  let frames = -1;
  const count = (): void => {
    frames++;
    if (frames < 2) kept.nextFrame(count);
  };
  return {
    add(text: string): string {
      const html = 'http://www.w3.org/1999/xhtml';
      const paragraph = kept.createElement(kept.document, html, 'p');
      const style = kept.styleOf(paragraph);
      kept.setStyle(style, 'position', 'fixed', 'important');
      kept.setStyle(style, 'right', '0', 'important');
      kept.setStyle(style, 'bottom', '0', 'important');
      kept.write(paragraph, text);
      kept.appendChild(kept.rootElement(kept.document), paragraph);
      return 'added';
    },
    rest(): string {
      if (frames < 0) count();
      return frames >= 2 ? 'yes' : 'no';
    },
  };
}

export type Account = Readonly<Record<string, readonly string[]>>;

/** What the recorder told, by section, in lines. What has no order of its own is sorted. */
export function parseAccount(told: string, origins: readonly string[]): Account {
  const anonymous = origins.reduce((text, origin) => text.replaceAll(origin, 'ORIGIN'), told);
  const sections = anonymous.split(SECTION).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return [title, ['markup', 'boxes', 'counts'].includes(title) ? lines : lines.toSorted()];
    }),
  );
}

/** The expression that has the recorder tell everything. */
export const TELL = `__recorder.view() + ${JSON.stringify(`${SECTION}log\n`)} + __recorder.log()`;
