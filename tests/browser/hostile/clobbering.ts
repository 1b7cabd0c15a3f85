import { documentWith, type HostilePage } from './hostile-page.ts';

const inputs = (names: readonly string[]): string => names.map((name) => `<input name="${name}">`).join('');

const NAMED: readonly HostilePage[] = [
  {
    id: 'M5',
    title: 'a form whose inputs have the names of what a walk needs',
    main: documentWith(
      `<form>${inputs(['nodeType', 'childNodes', 'parentNode', 'firstChild', 'nextSibling', 'attributes', 'localName', 'textContent', 'getRootNode'])}<p>Huawei and <b>Sense</b>Time</p></form>`,
    ),
    marks: ['Huawei', 'Sense', 'Time'],
  },
  {
    id: 'M5',
    title: 'text directly in a form that is its own parent',
    main: documentWith(
      `<form>${inputs(['parentNode', 'parentElement', 'ownerDocument', 'isConnected', 'contains', 'closest', 'checkVisibility'])}Huawei and <b>Sense</b>Time</form>`,
    ),
    marks: ['Huawei', 'Sense', 'Time'],
  },
  {
    id: 'M5',
    title: 'forms in forms of one name',
    main: documentWith(
      `<form id="parentNode"><input name="firstChild"><input name="firstChild"></form><form name="nodeType">Huawei<fieldset name="elements">SenseTime</fieldset></form>`,
    ),
    marks: ['Huawei', 'SenseTime'],
  },
  {
    id: 'M5',
    title: 'images and forms with the names of what a document has',
    main: documentWith(
      `${[
        'body',
        'documentElement',
        'createTreeWalker',
        'createRange',
        'defaultView',
        'designMode',
        'contentType',
        'querySelectorAll',
        'prerendering',
        'adoptedStyleSheets',
        'styleSheets',
        'head',
      ]
        .map((name) => `<img name="${name}" alt=""><form name="${name}"></form>`)
        .join('')}<p>Huawei and SenseTime</p>`,
    ),
    marks: ['Huawei', 'SenseTime'],
  },
  {
    id: 'M5',
    title: 'elements with the names of what a window has',
    main: documentWith(
      `${[
        'chrome',
        'browser',
        'CSS',
        'Highlight',
        'StaticRange',
        'MutationObserver',
        'IntersectionObserver',
        'crypto',
        'scheduler',
        'performance',
        'requestAnimationFrame',
        'getComputedStyle',
        'setTimeout',
        'innerHeight',
        'location',
        'origin',
      ]
        .map((name) => `<a id="${name}"></a><form name="${name}"><input name="runtime"><input name="id"></form>`)
        .join('')}<p>Huawei and SenseTime</p>`,
    ),
    marks: ['Huawei', 'SenseTime'],
  },
  {
    id: 'M5',
    title: 'a form around a shadow root and its host',
    main: documentWith(
      `<form>${inputs(['shadowRoot', 'host', 'attachShadow', 'querySelectorAll'])}<div><template shadowrootmode="open"><form>${inputs(['shadowRoot', 'parentNode', 'getRootNode'])}<p>Huawei</p></form></template></div><p>SenseTime</p></form>`,
    ),
    marks: ['Huawei', 'SenseTime'],
  },
  {
    id: 'M5',
    title: 'a form as the block of text that changes',
    main: documentWith(`<form id="f">${inputs(['parentNode', 'nodeType', 'isConnected'])}<span>Nobody</span></form>`),
    marks: [],
    act: "document.querySelector('span').textContent = 'Huawei';",
    marksAfter: ['Huawei'],
  },
  {
    id: 'M5',
    title: 'the body taken for a frame set by name',
    main: documentWith('<p>Huawei</p><iframe name="document" src="about:blank"></iframe><object name="body"></object>'),
    marks: ['Huawei'],
  },
];

const SEEDS = [1, 7, 42, 1984, 65_537, 2_147_483_647];

/**
 * Writes, while the page loads, forms and images with names drawn from everything that nodes, elements, documents and windows
 * have, around names that must be marked. The twin has the same elements with names that mean nothing.
 */
const randomPage = (seed: number, isTwin: boolean): string =>
  documentWith(`<style>fieldset, button, input, output, object, img, a { display: none }</style><script>
    let state = ${seed};
    const random = (below) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 4294967296) * below);
    };
    const names = [...new Set([Node, Element, HTMLElement, HTMLFormElement, Document, ShadowRoot, EventTarget]
      .flatMap((owner) => Object.keys(owner.prototype)).concat(Object.keys(window)))]
      .filter((name) => /^[a-z]+$/i.test(name) && !/^on|^__/.test(name) && name !== 'write').sort();
    const name = (number) => ${isTwin ? "'harmless' + number" : 'names[number]'};
    const kinds = [
      (n) => '<input name="' + n + '">', (n) => '<img alt="" name="' + n + '">', (n) => '<a id="' + n + '"></a>',
      (n) => '<button name="' + n + '">b</button>', (n) => '<fieldset name="' + n + '"></fieldset>',
      (n) => '<object name="' + n + '"></object>', (n) => '<output name="' + n + '"></output>',
    ];
    let html = '';
    for (let form = 0; form < 9; form++) {
      html += '<form name="' + name(random(names.length)) + '" id="' + name(random(names.length)) + '">';
      for (let part = 0; part < 20; part++) html += kinds[random(kinds.length)](name(random(names.length)));
      html += ['Huawei', '<p>Hua<b>wei</b></p>', '<span>SenseTime</span>'][form % 3] + '</form>';
    }
    document.write(html);
  </script>`);

const RANDOM_MARKS = Array.from({ length: 3 }, () => ['Huawei', 'Hua', 'wei', 'SenseTime']).flat();

const fuzzed = SEEDS.flatMap((seed) =>
  [false, true].map((isTwin): HostilePage => ({
    id: 'T10',
    title: `random names, seed ${seed}${isTwin ? ', the harmless twin' : ''}`,
    main: randomPage(seed, isTwin),
    marks: RANDOM_MARKS,
  })),
);

export const CLOBBERING: readonly HostilePage[] = [...NAMED, ...fuzzed];
