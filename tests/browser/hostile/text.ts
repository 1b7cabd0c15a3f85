import { documentWith, type HostilePage } from './hostile-page.ts';

const page = (title: string, body: string, marks: readonly string[], more: Partial<HostilePage> = {}): HostilePage => ({
  id: 'M14',
  title,
  main: documentWith(body),
  marks,
  ...more,
});

/** Text in every shape that HTML has for it. */
export const TEXT: readonly HostilePage[] = [
  page('ruby', '<p><ruby>华为<rp>(</rp><rt>Huáwéi</rt><rp>)</rp></ruby> and Huawei</p>', ['华为', 'Huawei']),
  page('ruby, a character each', '<p><ruby>华<rt>huá</rt>为<rt>wéi</rt></ruby></p>', ['华', '为']),
  page('right to left', '<p dir="rtl">שלום Huawei עולם <bdi>SenseTime</bdi></p>', ['Huawei', 'SenseTime']),
  page('bidi override', '<p>&#x202e;Huawei&#x202c; and <bdo dir="rtl">SenseTime</bdo></p>', ['Huawei', 'SenseTime']),
  page('vertical writing', '<p style="writing-mode:vertical-rl;height:200px">华为 and Huawei</p>', ['华为', 'Huawei']),
  page('soft hyphens', '<p style="width:3em">Hua&shy;wei and Sense&shy;Time</p>', ['Hua\u00adwei', 'Sense\u00adTime']),
  page('zero-width spaces and joiners', '<p>Hua&#x200d;wei and Sense&#xfeff;Time</p>', [
    'Hua\u200dwei',
    'Sense\ufeffTime',
  ]),
  page('word break opportunities', '<p>Hua<wbr>wei</p>', ['Hua', 'wei']),
  page('full width letters', '<p>Ｈｕａｗｅｉ</p>', ['Ｈｕａｗｅｉ']),
  page('a letter an element', '<p><i>H</i><i>u</i><i>a</i><i>w</i><i>e</i><i>i</i></p>', [
    'H',
    'u',
    'a',
    'w',
    'e',
    'i',
  ]),
  page(
    'text nodes split one by one',
    '<p id="split">Huawei</p><script>{ let node = document.getElementById("split").firstChild; while (node.length > 1) node = node.splitText(1); }</script>',
    ['H', 'u', 'a', 'w', 'e', 'i'],
  ),
  page(
    'empty text nodes and comments between',
    '<p id="holes">Hua<!-- x -->wei</p><script>document.getElementById("holes").insertBefore(document.createTextNode(""), document.getElementById("holes").lastChild)</script>',
    ['Hua', 'wei'],
  ),
  page(
    'table cells do not run together',
    '<table><tr><td>Hua</td><td>wei</td></tr><tr><td>SenseTime</td></tr></table>',
    ['SenseTime'],
  ),
  page('blocks do not run together', '<div>Hua</div><div>wei</div><p>SenseTime</p>', ['SenseTime']),
  page('a line break in a name', '<p>Hua<br>wei SenseTime</p>', ['SenseTime']),
  page(
    'first letter and generated text',
    '<style>p::first-letter{font-size:3em} p::before{content:"SenseTime "}</style><p>Huawei</p>',
    ['Huawei'],
  ),
  page('display contents', '<div style="display:contents"><p style="display:contents">Huawei</p></div>', ['Huawei']),
  page(
    'flex, grid, columns, floats',
    '<div style="display:flex"><i>Huawei</i><i>SenseTime</i></div><div style="columns:2"><p>Huawei</p></div><p style="float:left">SenseTime</p>',
    ['Huawei', 'SenseTime', 'Huawei', 'SenseTime'],
  ),
  page(
    'slots in another order',
    '<div><template shadowrootmode="open"><slot name="b"></slot><slot></slot></template><p>Huawei</p><p slot="b">SenseTime</p></div>',
    ['Huawei', 'SenseTime'],
  ),
  page('a declarative shadow root', '<div><template shadowrootmode="open"><p>Huawei</p></template></div>', ['Huawei']),
  page('text directly in a shadow root', '<div><template shadowrootmode="open">Huawei</template></div>', ['Huawei']),
  page(
    'shadow roots in shadow roots',
    '<div><template shadowrootmode="open"><div><template shadowrootmode="open"><div><template shadowrootmode="open"><p>Huawei</p></template></div></template></div></template></div><p>SenseTime</p>',
    ['Huawei', 'SenseTime'],
  ),
  page(
    'a closed shadow root stays closed',
    '<div><template shadowrootmode="closed"><p>Huawei</p></template></div><p>SenseTime</p>',
    ['SenseTime'],
  ),
  page('a template is no text', '<template><p>Huawei</p></template><p>SenseTime</p>', ['SenseTime']),
  page('MathML', '<p>Huawei</p><math><mtext>SenseTime</mtext></math>', ['Huawei']),
  page(
    'text in a drawing',
    '<p>Huawei</p><svg width="300" height="40"><text y="20">SenseTime</text></svg>',
    ['Huawei', 'SenseTime'],
    { hasTextInDrawing: true },
  ),
  page(
    'HTML in a drawing',
    '<svg width="300" height="60"><foreignObject width="300" height="60"><p xmlns="http://www.w3.org/1999/xhtml">Huawei</p></foreignObject></svg>',
    ['Huawei'],
  ),
  page(
    'lists of choices and fields',
    '<p>Huawei</p><select><option>SenseTime</option></select><datalist><option>SenseTime</option></datalist><input value="SenseTime"><textarea>SenseTime</textarea>',
    ['Huawei'],
  ),
  page('code', '<p>Huawei</p><pre>SenseTime</pre><p><code>SenseTime</code> <kbd>SenseTime</kbd></p>', ['Huawei']),
  page('unknown elements', '<made-up><o:p>Huawei</o:p> <blink>SenseTime</blink></made-up>', ['Huawei', 'SenseTime']),
  page(
    'lone surrogates and control characters',
    '<p id="odd"></p><script>document.getElementById("odd").textContent = "\\ud800 Huawei \\udfff\\u0000\\u0007 SenseTime \\ud83d"</script>',
    ['Huawei', 'SenseTime'],
  ),
  page('1,000 levels of elements', `${'<i>'.repeat(1000)}Huawei${'</i>'.repeat(1000)}`, ['Huawei']),
  page(
    'one word of 300,000 letters',
    '<p id="long" style="height:20px;overflow:hidden"></p><p>Huawei</p><script>document.getElementById("long").textContent = "ab".repeat(150000)</script>',
    ['Huawei'],
  ),
  page('1,000 combining marks on a letter', `<p style="line-height:1">x${'&#x301;'.repeat(1000)} Huawei</p>`, [
    'Huawei',
  ]),
];
