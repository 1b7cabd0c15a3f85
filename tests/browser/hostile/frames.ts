import { documentWith, type HostilePage } from './hostile-page.ts';

const NAMED = documentWith('<p>Huawei</p>');
const frame = (attributes: string): string => `<iframe width="300" height="120" ${attributes}></iframe>`;
const inFrame = (title: string, attributes: string, more: Partial<HostilePage> = {}): HostilePage => ({
  id: 'M7',
  title,
  main: documentWith(`<p>SenseTime</p>${frame(attributes)}`),
  routes: { inner: NAMED },
  marks: ['SenseTime'],
  frames: [['Huawei']],
  ...more,
});
/** A document that holds itself, one level deeper each time. */
const NESTED = documentWith(`<style>body, p { margin: 0; font: 9px/12px sans-serif }</style><p>Huawei</p><script>
  const level = Number(location.search.slice(1) || '0');
  if (level < 20) {
    const next = document.createElement('iframe');
    next.style.cssText = 'width:95%;height:400px';
    next.src = location.pathname + '?' + (level + 1);
    document.body.append(next);
  }
</script>`);

export const FRAMES: readonly HostilePage[] = [
  inFrame('a frame of the same site', 'src="inner"'),
  inFrame('a frame of another site', 'src="{{other}}/m7-a-frame-of-another-site/inner"'),
  inFrame('a sandboxed frame with scripts', 'sandbox="allow-scripts" src="inner"'),
  inFrame('a sandboxed frame of the same site', 'sandbox="allow-scripts allow-same-origin" src="inner"'),
  inFrame('a frame that comes late', 'loading="lazy" src="inner"'),
  inFrame('a frame without credentials', 'credentialless referrerpolicy="no-referrer" src="inner"'),
  inFrame('a frame that shows nothing yet', 'src="about:blank"', { frames: [] }),
  {
    id: 'M7',
    title: '200 frames without a name',
    main: documentWith(
      `<p>SenseTime</p>${'<iframe style="width:20px;height:20px" srcdoc="<p>Bees</p>"></iframe>'.repeat(200)}`,
    ),
    alone: true,
    marks: ['SenseTime'],
  },
  {
    id: 'M7',
    title: '20 frames with a name',
    main: documentWith(
      `<p>SenseTime</p>${'<iframe style="width:200px;height:60px" srcdoc="<p>Huawei</p>"></iframe>'.repeat(20)}`,
    ),
    marks: ['SenseTime'],
    frames: Array.from({ length: 20 }, () => ['Huawei']),
  },
  {
    id: 'M7',
    title: 'a frame in a shadow root',
    main: documentWith(
      '<div><template shadowrootmode="open"><iframe srcdoc="<p>Huawei</p>"></iframe></template></div><p>SenseTime</p>',
    ),
    marks: ['SenseTime'],
    frames: [['Huawei']],
  },
  {
    id: 'M7',
    title: 'a frame that is taken out and put back',
    main: documentWith(`<p>SenseTime</p>${frame('id="moved" src="inner"')}`),
    routes: { inner: NAMED },
    marks: ['SenseTime'],
    act: `const moved = document.getElementById('moved');
      moved.remove(); document.body.append(moved);
      moved.onload = () => { window.back = true; };`,
    ready: 'window.back',
    frames: [['Huawei']],
  },
  {
    id: 'M7',
    title: 'an object and an embed as frames',
    main: documentWith(
      '<p>SenseTime</p><object width="300" height="100" type="text/html" data="inner"></object><embed width="300" height="100" type="text/html" src="inner">',
    ),
    routes: { inner: NAMED },
    marks: ['SenseTime'],
    frames: [['Huawei'], ['Huawei']],
  },
  {
    id: 'M7',
    title: '20 levels of frames',
    main: documentWith('<p>SenseTime</p><iframe src="level" style="width:95%;height:500px"></iframe>'),
    routes: { level: NESTED },
    marks: ['SenseTime'],
    frames: Array.from({ length: 21 }, () => ['Huawei']),
    // Firefox loads nothing deeper than this.
    framesInFirefox: Array.from({ length: 9 }, () => ['Huawei']),
    alone: true,
  },
];
