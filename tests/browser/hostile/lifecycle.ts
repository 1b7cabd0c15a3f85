import { documentWith, type HostilePage } from './hostile-page.ts';

const NAMED = documentWith('<p>Huawei</p>');
const withFrame = (title: string, script: string, more: Partial<HostilePage> = {}): HostilePage => ({
  id: 'M8',
  title,
  main: documentWith('<p>SenseTime</p><iframe id="frame" width="300" height="120"></iframe>'),
  routes: { inner: NAMED },
  marks: ['SenseTime'],
  act: `const frame = document.getElementById('frame'); ${script}`,
  frames: [['Huawei']],
  ...more,
});

export const LIFECYCLE: readonly HostilePage[] = [
  withFrame('an about:blank frame that is filled', "frame.contentDocument.body.innerHTML = '<p>Huawei</p>';"),
  withFrame('a srcdoc frame', "frame.srcdoc = '<p>Huawei</p>';"),
  withFrame('a sandboxed srcdoc frame', "frame.sandbox = 'allow-scripts'; frame.srcdoc = '<p>Huawei</p>';"),
  withFrame('a data: frame', "frame.src = 'data:text/html,<p>Huawei</p>';"),
  withFrame(
    'a blob: frame',
    "frame.contentWindow.location.replace(URL.createObjectURL(new Blob(['<p>Huawei</p>'], { type: 'text/html' })));",
  ),
  withFrame('a javascript: frame', 'frame.src = "javascript:\'<p>Huawei</p>\'";'),
  withFrame(
    'a frame that is written',
    "frame.contentDocument.open(); frame.contentDocument.write('<p>Huawei</p>'); frame.contentDocument.close();",
  ),
  withFrame(
    'a frame that goes from page to page',
    `frame.src = 'inner'; let loads = 0;
     frame.onload = () => { loads++; if (loads < 4) frame.src = 'inner?' + loads; else window.arrived = true; };`,
    { ready: 'window.arrived' },
  ),
  {
    id: 'M8',
    title: 'document.open replaces the document',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: "document.open(); document.write('<!doctype html><title>New</title><p>Huawei'); document.close();",
    marksAfter: ['Huawei'],
  },
  {
    id: 'M8',
    title: 'document.open twice, and left open',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: "document.open(); document.write('<p>SenseTime'); document.close(); document.open(); document.write('<!doctype html><p>Huawei</p>');",
    marksAfter: ['Huawei'],
  },
  {
    id: 'M8',
    title: 'document.write while the page loads',
    main: documentWith('<script>document.write("<p>Hua<b>wei</b></p>")</script><p>SenseTime</p>'),
    marks: ['Hua', 'wei', 'SenseTime'],
  },
  {
    id: 'M8',
    title: 'the root element is replaced',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: "const root = document.createElement('html'); root.innerHTML = '<body><p>Huawei</p>'; document.documentElement.replaceWith(root);",
    marksAfter: ['Huawei'],
  },
  {
    id: 'M8',
    title: 'the body is replaced',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: "const body = document.createElement('body'); body.innerHTML = '<p>Huawei</p>'; document.body = body;",
    marksAfter: ['Huawei'],
  },
  {
    id: 'M8',
    title: 'the root element is taken away and put back',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: 'const root = document.documentElement; root.remove(); setTimeout(() => { document.append(root); window.back = true; }, 300);',
    ready: 'window.back',
    marksAfter: ['SenseTime'],
  },
  {
    id: 'M8',
    title: 'addresses without a load',
    main: documentWith('<p id="view">SenseTime</p>'),
    marks: ['SenseTime'],
    act: `history.pushState(1, '', '?1'); document.getElementById('view').textContent = 'Huawei';
      history.pushState(2, '', '?2'); onpopstate = () => { document.getElementById('view').textContent = '华为'; window.popped = true; }; history.back();`,
    ready: 'window.popped',
    marksAfter: ['华为'],
  },
  {
    id: 'M8',
    title: 'a page that stops its own load',
    main: documentWith('<p>Huawei</p>'),
    marks: ['Huawei'],
    act: 'window.stop();',
  },
  {
    id: 'M8',
    title: 'a page that leaves at once for another',
    main: documentWith('<p>SenseTime</p><script>location.replace("next")</script>'),
    routes: { next: NAMED },
    marks: ['Huawei'],
    ready: "location.pathname.endsWith('/next')",
  },
  {
    id: 'M8',
    title: 'an empty window of the page is written and closed',
    main: documentWith('<p>SenseTime</p>'),
    marks: ['SenseTime'],
    act: "const popup = open('about:blank'); if (popup) { popup.document.write('<p>Huawei</p>'); popup.document.close(); setTimeout(() => { popup.close(); window.closed1 = true; }, 500); } else window.closed1 = true;",
    ready: 'window.closed1',
  },
  {
    id: 'M8',
    title: 'nodes adopted from and by another document',
    main: documentWith('<p>SenseTime</p><div id="here"></div>'),
    marks: ['SenseTime'],
    act: `const other = document.implementation.createHTMLDocument('');
      other.body.innerHTML = '<p>Huawei</p>'; document.getElementById('here').append(other.body.firstChild);
      other.body.append(document.querySelector('p'));`,
    marksAfter: ['Huawei'],
  },
];
