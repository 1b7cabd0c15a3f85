import { documentWith, type HostilePage } from './hostile-page.ts';

const acting = (
  id: string,
  title: string,
  body: string,
  act: string,
  marksAfter: readonly string[],
  ready = 'true',
  first: readonly string[] = ['Huawei'],
): HostilePage => ({
  id,
  title,
  main: documentWith(`<p>Huawei</p>${body}`),
  marks: first,
  act,
  ready,
  marksAfter,
});

export const MUTATIONS: readonly HostilePage[] = [
  acting(
    'M1',
    '20,000 changes in a row, then rest',
    '<p id="busy">Bees</p>',
    "for (let time = 0; time < 20000; time++) busy.textContent = 'Bees ' + time; busy.textContent = 'SenseTime';",
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'M1',
    'text that changes every frame',
    '<p id="busy">Bees</p>',
    `let time = 0; const step = () => { busy.firstChild.data = ++time < 40 ? 'SenseTime ' + time : 'SenseTime'; if (time < 40) requestAnimationFrame(step); else window.rested = true; }; step();`,
    ['Huawei', 'SenseTime'],
    'window.rested',
  ),
  acting(
    'M3',
    'a list that is rebuilt 200 times',
    '<ul id="list"></ul>',
    `let time = 0; const step = () => { list.replaceChildren(...Array.from({ length: 10 }, () => Object.assign(document.createElement('li'), { textContent: 'Bees' })));
      if (++time < 200) setTimeout(step); else { list.innerHTML = '<li>SenseTime'; window.rested = true; } }; step();`,
    ['Huawei', 'SenseTime'],
    'window.rested',
  ),
  acting(
    'M1',
    'a page that undoes every change it sees',
    '<p id="kept">SenseTime</p>',
    `const before = document.body.innerHTML.length; window.alien = 0;
      new MutationObserver(() => { window.alien += document.body.innerHTML.length === before ? 0 : 1; }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });`,
    ['Huawei', 'SenseTime'],
    'true',
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'M1',
    'text that is cut shorter under its mark',
    '<p id="cut">Bees and SenseTime</p>',
    "cut.firstChild.deleteData(0, 9); cut.firstChild.data = 'Sense'; cut.firstChild.appendData('Time');",
    ['Huawei', 'SenseTime'],
    'true',
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'M1',
    'nodes joined and split',
    '<p id="joined">Sense<b></b>Time</p>',
    "joined.querySelector('b').remove(); joined.normalize(); joined.firstChild.splitText(3).splitText(3);",
    ['Huawei', 'Sen', 'seT', 'ime'],
    'true',
    ['Huawei', 'Sense', 'Time'],
  ),
  acting('M3', 'everything removed', '<p>SenseTime</p>', 'document.body.replaceChildren();', [], 'true', [
    'Huawei',
    'SenseTime',
  ]),
  acting(
    'M14',
    'a shadow root attached to a new element',
    '<div id="host"></div>',
    "const late = document.createElement('div'); late.attachShadow({ mode: 'open' }).innerHTML = '<p>SenseTime</p>'; host.append(late);",
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'M14',
    'a shadow root attached late to an element that was there',
    '<div id="host"></div>',
    "host.attachShadow({ mode: 'open' }).innerHTML = '<p>SenseTime</p>';",
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'M14',
    'a custom element that draws itself late',
    '<late-name></late-name>',
    `setTimeout(() => customElements.define('late-name', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).append('SenseTime'); window.defined = true; } }), 200);`,
    ['Huawei', 'SenseTime'],
    'window.defined',
  ),
  acting(
    'M14',
    'a custom element that forbids children',
    '<no-child>SenseTime</no-child>',
    `customElements.define('no-child', class extends HTMLElement { appendChild() { throw new Error('trap'); } get childNodes() { throw new Error('trap'); } get firstChild() { throw new Error('trap'); } get parentNode() { throw new Error('trap'); } });`,
    ['Huawei', 'SenseTime'],
    'true',
    ['Huawei', 'SenseTime'],
  ),
  acting(
    'T3',
    'hidden text that is shown later',
    '<div id="box" style="display:none"><p>SenseTime</p></div>',
    "box.style.display = '';",
    ['Huawei', 'SenseTime'],
  ),
];
