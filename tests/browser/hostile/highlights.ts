import { documentWith, type HostilePage } from './hostile-page.ts';

/** Page script: the highlights that are not the page's. */
const OURS = "[...CSS.highlights].filter(([name]) => !name.startsWith('page-')).map(([, highlight]) => highlight)";

const CHANGE = "document.body.append(Object.assign(document.createElement('p'), { textContent: 'SenseTime' }));";

export const HIGHLIGHTS: readonly HostilePage[] = [
  {
    id: 'T7',
    title: 'a page that uses highlights itself',
    main: documentWith(
      `<style>::highlight(page-found) { background: gold }</style><p id="p">Huawei and bees</p><script>
        const range = new Range(); range.setStart(p.firstChild, 11); range.setEnd(p.firstChild, 15);
        CSS.highlights.set('page-found', new Highlight(range));
      </script>`,
    ),
    marks: ['Huawei'],
    act: "CSS.highlights.get('page-found').clear(); CSS.highlights.delete('page-found');",
    marksAfter: ['Huawei'],
  },
  {
    id: 'T7',
    title: 'a page with 2,000 highlights of higher priority',
    main: documentWith(
      `<p id="p">Huawei and bees</p><script>
        for (let index = 0; index < 2000; index++) {
          const highlight = new Highlight(new StaticRange({ startContainer: p.firstChild, startOffset: 0, endContainer: p.firstChild, endOffset: 6 }));
          highlight.priority = 1000; CSS.highlights.set('page-' + index, highlight);
        }
      </script>`,
    ),
    marks: ['Huawei'],
  },
  {
    id: 'T7',
    title: 'a page that clears the registry',
    main: documentWith('<p>Huawei</p>'),
    marks: ['Huawei'],
    act: "CSS.highlights.clear(); document.body.append(Object.assign(document.createElement('p'), { textContent: 'SenseTime' }));",
    marksAfter: ['Huawei', 'SenseTime'],
  },
  {
    id: 'T7',
    title: 'a page that empties our highlight',
    main: documentWith('<p>Huawei</p>'),
    marks: ['Huawei'],
    act: `for (const highlight of ${OURS}) highlight.clear(); ${CHANGE}`,
    // Put right at the next change.
    marksAfter: ['Huawei', 'SenseTime'],
  },
  {
    id: 'T7',
    title: 'a page that adds to our highlight',
    main: documentWith('<p>Huawei</p><p id="bees">Bees</p>'),
    marks: ['Huawei'],
    act: `for (const highlight of ${OURS}) highlight.add(new StaticRange({ startContainer: bees.firstChild, startOffset: 0, endContainer: bees.firstChild, endOffset: 4 })); ${CHANGE}`,
    marksAfter: ['Huawei', 'SenseTime'],
  },
  {
    id: 'T7',
    title: 'a page that makes highlights throw later',
    main: documentWith('<p>Huawei</p>'),
    marks: ['Huawei'],
    act: `for (const key of ['set', 'delete', 'get', 'has'])
        HighlightRegistry.prototype[key] = () => { throw new Error('trap'); };
      for (const key of ['add', 'delete', 'clear']) Highlight.prototype[key] = () => { throw new Error('trap'); };
      document.body.append(Object.assign(document.createElement('p'), { textContent: 'SenseTime' }));`,
    marksAfter: ['Huawei', 'SenseTime'],
  },
];
