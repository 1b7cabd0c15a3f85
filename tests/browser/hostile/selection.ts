import { documentWith, type HostilePage } from './hostile-page.ts';

const page = (title: string, body: string, act: string): HostilePage => ({
  id: 'M13',
  title,
  main: documentWith(body),
  marks: ['Huawei', 'SenseTime'],
  act,
});
const NAMES = '<p id="first">Huawei and bees</p><p id="second">SenseTime</p>';

export const SELECTION: readonly HostilePage[] = [
  page(
    'a selection across marks',
    NAMES,
    'getSelection().setBaseAndExtent(first.firstChild, 2, second.firstChild, 5);',
  ),
  page('everything selected', NAMES, 'getSelection().selectAllChildren(document.body);'),
  page(
    'a selection that runs backwards',
    NAMES,
    'getSelection().setBaseAndExtent(second.firstChild, 5, first.firstChild, 2);',
  ),
  page(
    'a focused field with a selection',
    `${NAMES}<input id="field" value="SenseTime">`,
    'field.focus(); field.setSelectionRange(1, 4);',
  ),
  page(
    'live ranges of the page keep their places',
    NAMES,
    `window.kept = new Range(); kept.setStart(first.firstChild, 3); kept.setEnd(second.firstChild, 3);
      getSelection().addRange(kept); first.firstChild.insertData(0, 'The ');`,
  ),
  page(
    'nodes keep their identity',
    NAMES,
    `window.nodes = [...document.querySelectorAll('p')].map((p) => p.firstChild);
      window.addEventListener('message', () => { document.title = String(nodes.every((node) => node.isConnected)); });
      window.postMessage('check', '*');`,
  ),
];
