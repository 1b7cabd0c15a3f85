import { documentWith, type HostilePage } from './hostile-page.ts';

/** Each hides the name in it from readers, and `Huawei` beside it stays readable. */
const HIDDEN: Readonly<Record<string, string>> = {
  'display none': '<p style="display:none">SenseTime</p>',
  'visibility hidden': '<p style="visibility:hidden">SenseTime</p>',
  'visibility collapse': '<table><tr style="visibility:collapse"><td>SenseTime</td></tr></table>',
  'opacity 0': '<p style="opacity:0">SenseTime</p>',
  'opacity 0 of an ancestor': '<div style="opacity:0"><section><p>SenseTime</p></section></div>',
  'opacity as good as 0': '<p style="opacity:0.001">SenseTime</p>',
  'font size 0': '<p style="font-size:0">SenseTime</p>',
  'font size 1px': '<p style="font-size:1px">SenseTime</p>',
  'off screen to the left': '<p style="position:absolute;left:-9999px">SenseTime</p>',
  'off screen at the top': '<p style="position:absolute;top:-9999px">SenseTime</p>',
  'clip-path inset(100%)': '<p style="clip-path:inset(100%)">SenseTime</p>',
  'clip-path circle(0)': '<p style="clip-path:circle(0)">SenseTime</p>',
  'clip rect': '<p style="position:absolute;clip:rect(0 0 0 0)">SenseTime</p>',
  'colour of the background': '<p style="color:#fff;background:#fff">SenseTime</p>',
  'transparent colour': '<p style="color:transparent">SenseTime</p>',
  'transparent fill': '<p style="-webkit-text-fill-color:transparent">SenseTime</p>',
  'closed details': '<details><summary>More</summary><p>SenseTime</p></details>',
  'for screen readers only':
    '<span aria-hidden="true" style="position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap">SenseTime</span>',
  'content-visibility hidden': '<div style="content-visibility:hidden"><p>SenseTime</p></div>',
  'no height, overflow hidden': '<div style="height:0;overflow:hidden"><p>SenseTime</p></div>',
  'no height, overflow clipped': '<div style="max-height:0;overflow:clip"><p>SenseTime</p></div>',
  'transform scale(0)': '<p style="transform:scale(0)">SenseTime</p>',
  'scale property 0': '<p style="scale:0">SenseTime</p>',
  'transform moved away': '<p style="transform:translateX(-9999px)">SenseTime</p>',
  'text-indent away': '<p style="text-indent:-9999px;overflow:hidden">SenseTime</p>',
  'hidden attribute': '<p hidden>SenseTime</p>',
  'hidden until found': '<div hidden="until-found"><p>SenseTime</p></div>',
  'inert and invisible': '<div inert style="opacity:0"><p>SenseTime</p></div>',
  'filter opacity(0)': '<p style="filter:opacity(0)">SenseTime</p>',
  'masked away': '<p style="mask-image:linear-gradient(transparent,transparent)">SenseTime</p>',
  'behind a closed dialog': '<dialog><p>SenseTime</p></dialog>',
  'a popover that is not shown': '<div popover><p>SenseTime</p></div>',
  'not in a slot': '<div><template shadowrootmode="open"><p>Slotless</p></template><p>SenseTime</p></div>',
  'fallback of a filled slot':
    '<div><template shadowrootmode="open"><slot>SenseTime</slot></template><span>Filled</span></div>',
};

/** Each looks suspicious, and readers read it. */
const SHOWN: Readonly<Record<string, string>> = {
  'opacity one half': '<p style="opacity:0.5">SenseTime</p>',
  'small print': '<p style="font-size:9px">SenseTime</p>',
  'an open details': '<details open><summary>More</summary><p>SenseTime</p></details>',
  'aria-hidden alone': '<p aria-hidden="true">SenseTime</p>',
  'white on black': '<div style="background:#000"><p style="color:#fff">SenseTime</p></div>',
  'visible in a hidden parent': '<div style="visibility:hidden"><p style="visibility:visible">SenseTime</p></div>',
  'text clipped to a background': '<p style="color:transparent;background:#900;background-clip:text">SenseTime</p>',
  'a flipped transform': '<p style="transform:scaleX(-1)">SenseTime</p>',
  'a popover that is shown':
    '<div popover id="shown"><p>SenseTime</p></div><script>document.getElementById("shown").showPopover()</script>',
  'a modal dialog':
    '<dialog id="modal"><p>SenseTime</p></dialog><script>document.getElementById("modal").showModal()</script>',
};

const pagesOf = (bodies: Readonly<Record<string, string>>, marks: readonly string[]): HostilePage[] =>
  Object.entries(bodies).map(([title, body]) => ({
    id: 'T3',
    title,
    main: documentWith(`<p>Huawei</p>${body}`),
    marks,
  }));

export const HIDING: readonly HostilePage[] = [
  ...pagesOf(HIDDEN, ['Huawei']),
  ...pagesOf(SHOWN, ['Huawei', 'SenseTime']),
  {
    id: 'T3',
    title: 'content-visibility auto',
    main: documentWith(
      `<p>Huawei</p><div id="auto" style="content-visibility:auto"><p>SenseTime</p></div>
      <script>document.getElementById('auto').oncontentvisibilityautostatechange = () => { window.drawn = true; };</script>`,
    ),
    marks: ['Huawei', 'SenseTime'],
    ready: 'window.drawn',
  },
];
