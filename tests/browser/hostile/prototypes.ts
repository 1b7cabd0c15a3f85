import { documentWith, type HostilePage } from './hostile-page.ts';

const NAMES = '<p>Huawei and <b>Sense</b>Time met.</p>';
const MARKS = ['Huawei', 'Sense', 'Time'];

/** Built-ins that a page takes away, by what they are about. `owner.key`. */
const OVERRIDES: Readonly<Record<string, readonly string[]>> = {
  'nodes and elements':
    'Node.prototype.textContent Node.prototype.parentNode Node.prototype.nodeType Node.prototype.firstChild Node.prototype.nextSibling Node.prototype.isConnected Node.prototype.ownerDocument Node.prototype.contains Element.prototype.localName Element.prototype.shadowRoot Element.prototype.closest Element.prototype.checkVisibility Element.prototype.getBoundingClientRect Element.prototype.attachShadow CharacterData.prototype.data'.split(
      ' ',
    ),
  documents:
    'Document.prototype.createTreeWalker Document.prototype.createRange Document.prototype.createElement Document.prototype.createElementNS Document.prototype.querySelectorAll Document.prototype.caretPositionFromPoint Document.prototype.body Document.prototype.contentType TreeWalker.prototype.nextNode'.split(
      ' ',
    ),
  observers:
    'window.MutationObserver window.IntersectionObserver window.ResizeObserver MutationObserver.prototype.observe IntersectionObserver.prototype.observe window.AbortController window.EventTarget EventTarget.prototype.addEventListener EventTarget.prototype.dispatchEvent'.split(
      ' ',
    ),
  'ranges and highlights':
    'window.Range window.StaticRange window.Highlight CSS.highlights HighlightRegistry.prototype.set HighlightRegistry.prototype.delete Highlight.prototype.add Highlight.prototype.delete Range.prototype.setStart'.split(
      ' ',
    ),
  collections:
    'Array.prototype.map Array.prototype.filter Array.prototype.some Array.prototype.push Array.prototype.flatMap Map.prototype.get Map.prototype.set Set.prototype.add Set.prototype.has WeakMap.prototype.get Object.entries Object.fromEntries Array.from'.split(
      ' ',
    ),
  'text and numbers':
    'String.prototype.slice String.prototype.charCodeAt String.prototype.startsWith String.prototype.split JSON.stringify JSON.parse RegExp.prototype.exec RegExp.prototype.test Uint8Array.fromBase64 crypto.getRandomValues Math.max'.split(
      ' ',
    ),
  'time and promises':
    'window.setTimeout window.clearTimeout window.requestAnimationFrame window.queueMicrotask window.Promise Promise.prototype.then Promise.all performance.now Date.now window.scheduler'.split(
      ' ',
    ),
  'windows and styles':
    'window.getComputedStyle window.innerHeight window.chrome window.browser window.Symbol window.URL window.parent window.top window.location2 window.history'.split(
      ' ',
    ),
};

const spoil = (keys: readonly string[], how: string): string =>
  `<script>
    for (const path of ${JSON.stringify(keys)}) {
      const parts = path.split('.');
      const key = parts.pop();
      const owner = parts.reduce((at, part) => at[part], window);
      try { ${how} } catch {}
    }
  </script>`;

const THROW = `Object.defineProperty(owner, key, { configurable: true, get() { throw new Error('trap'); } });`;
const LIE = `Object.defineProperty(owner, key, { configurable: true, writable: true, value: () => 'lie' });`;
const EVERYTHING = Object.values(OVERRIDES).flat();

const thrown = Object.entries(OVERRIDES).map(([title, keys]): HostilePage => ({
  id: 'M4',
  title: `${title}: getters that throw`,
  main: documentWith(NAMES, spoil(keys, THROW)),
  marks: MARKS,
}));

const lied = Object.entries(OVERRIDES).map(([title, keys]): HostilePage => ({
  id: 'M4',
  title: `${title}: functions that lie`,
  main: documentWith(NAMES, spoil(keys, LIE)),
  marks: MARKS,
}));

export const PROTOTYPES: readonly HostilePage[] = [
  ...thrown,
  ...lied,
  {
    id: 'M4',
    title: 'everything at once',
    main: documentWith(NAMES, spoil(EVERYTHING, THROW)),
    marks: MARKS,
  },
  {
    id: 'M4',
    title: 'frozen prototypes',
    main: documentWith(
      NAMES,
      `<script>
        for (const key of Object.getOwnPropertyNames(window))
          try { Object.freeze(window[key].prototype); Object.freeze(window[key]); } catch {}
      </script>`,
    ),
    marks: MARKS,
  },
  {
    id: 'M4',
    title: 'setters for indices and names on the prototypes of arrays and objects',
    main: documentWith(
      NAMES,
      `<script>
        for (const key of ['0', '1', 'start', 'end', 'node', 'text', 'type', 'value', 'get', 'set'])
          for (const owner of [Array.prototype, Object.prototype])
            try { Object.defineProperty(owner, key, { set() { throw new Error('trap'); }, get() { return undefined; } }); } catch {}
      </script>`,
    ),
    marks: MARKS,
  },
  {
    id: 'M4',
    title: 'iterators that never end',
    main: documentWith(
      NAMES,
      `<script>
        for (const owner of [Array, Map, Set, NodeList, String])
          owner.prototype[Symbol.iterator] = function* () { for (;;) yield 1; };
      </script>`,
    ),
    marks: MARKS,
  },
];
