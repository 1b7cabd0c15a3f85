import { bundledNames } from './bundled-names.ts';
import { documentWith, type HostilePage } from './hostile-page.ts';

const POINTER =
  'pointerover pointerenter pointermove pointerdown pointerup mouseover mouseenter mousemove mousedown mouseup click touchstart focusin keydown'.split(
    ' ',
  );
const NEW_PARAGRAPH = "document.body.append(Object.assign(document.createElement('p'), { textContent: 'SenseTime' }));";

const acting = (id: string, title: string, act: string): HostilePage => ({
  id,
  title,
  main: documentWith('<p>Huawei</p>'),
  marks: ['Huawei'],
  act: `${act} ${NEW_PARAGRAPH}`,
  marksAfter: ['Huawei', 'SenseTime'],
});

export const EVENTS: readonly HostilePage[] = [
  {
    ...acting(
      'T9',
      'every name in our scripts as an event',
      `for (const name of ${JSON.stringify(bundledNames())})
        for (const target of [window, document, document.documentElement, document.body])
          target.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: { type: name } }));`,
    ),
  },
  acting(
    'T9',
    'every name in our scripts as a message',
    `for (const name of ${JSON.stringify(bundledNames())})
      for (const message of [name, { type: name }, { type: name, input: {} }, { kind: name, ticket: 'x' }, [name]]) window.postMessage(message, '*');`,
  ),
  acting(
    'T5',
    '10,000 pointer events of the page open nothing',
    `const word = document.querySelector('p');
      const { left, top } = word.getBoundingClientRect();
      for (let time = 0; time < 10000; time++)
        word.dispatchEvent(new PointerEvent(${JSON.stringify(POINTER)}[time % ${POINTER.length}], { bubbles: true, composed: true, clientX: left + 10, clientY: top + 8, pointerType: 'mouse' }));`,
  ),
  acting(
    'T9',
    'a page that swallows every event',
    `for (const type of ['message', 'pageshow', 'pagehide', 'pointermove', 'pointerover', 'keydown', 'scroll', 'DOMContentLoaded', 'load'])
        for (const target of [window, document]) target.addEventListener(type, (event) => { event.stopImmediatePropagation(); event.preventDefault(); }, true);`,
  ),
  acting(
    'T9',
    'a made-up return from the cache',
    "for (let time = 0; time < 20; time++) window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));",
  ),
  acting(
    'T9',
    'a made-up end of prerendering',
    "document.dispatchEvent(new Event('prerenderingchange')); window.dispatchEvent(new Event('pagehide')); window.dispatchEvent(new Event('unload'));",
  ),
];
