import { documentWith, type HostilePage } from './hostile-page.ts';

/** Pages that look for signs of an extension, or take errors of others for their own. */
export const GLOBALS: readonly HostilePage[] = [
  {
    id: 'M15',
    title: 'every error is caught and shown',
    main: documentWith(
      '<p>Huawei</p>',
      "<script>window.onerror = (...told) => { console.log('error', told[0]); }; window.onunhandledrejection = (event) => { console.log('rejection', String(event.reason)); }; Error.prepareStackTrace = () => { throw new Error('trap'); }; Error.stackTraceLimit = 0;</script>",
    ),
    marks: ['Huawei'],
  },
  {
    id: 'M15',
    title: 'a page with errors of its own',
    main: documentWith(
      "<p>Huawei</p><script>setTimeout(() => { window.thrown = true; throw new Error('of the page'); }); Promise.reject(new Error('also of the page'));</script>",
    ),
    marks: ['Huawei'],
    ready: 'window.thrown',
  },
  {
    id: 'T2',
    title: 'a page without a name that looks for traces',
    main: documentWith(
      '<p>Bees and meadows</p>',
      "<script>for (const key of ['log', 'warn', 'error', 'debug', 'info']) { const say = console[key]; console[key] = (...told) => { window.said = true; say(...told); }; }</script>",
    ),
    marks: [],
  },
  {
    id: 'T2',
    title: 'a page with a name whose every attribute and sheet is compared',
    main: documentWith(
      '<p style="color:red">Huawei</p>',
      '<style>p { margin: 1px }</style><link rel="stylesheet" href="sheet.css">',
    ),
    routes: { 'sheet.css': { type: 'text/css', body: 'p { padding: 1px }' } },
    marks: ['Huawei'],
    act: 'document.adoptedStyleSheets = [new CSSStyleSheet()];',
  },
  {
    id: 'T9',
    title: 'extension interfaces made up by the page',
    main: documentWith(
      '<p>Huawei</p>',
      `<script>
        const fake = { runtime: { id: 'x', sendMessage: () => { window.heard = true; }, getURL: () => 'https://evil.example/' }, storage: { local: { get: async () => ({}) } } };
        window.chrome = fake; window.browser = fake; globalThis[Symbol.for('sidelight.annotator')] = fake; globalThis[Symbol.for('sidelight.page-reader')] = fake;
      </script>`,
    ),
    marks: ['Huawei'],
    act: "if (window.heard) throw new Error('the page was asked');",
  },
  {
    id: 'M15',
    title: 'a page that never stops working for long',
    main: documentWith(
      '<p>Huawei</p><script>{ let time = 0; const work = () => { const until = performance.now() + 20; while (performance.now() < until); if (++time < 60) setTimeout(work); else window.rested = true; }; work(); }</script>',
    ),
    marks: ['Huawei'],
    ready: 'window.rested',
  },
];
