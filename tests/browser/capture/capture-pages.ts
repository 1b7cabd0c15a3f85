const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

const ARTICLE = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'A lab in the valley',
  author: [{ '@type': 'Person', name: 'Jane Doe' }],
  datePublished: '2026-03-05T08:00:00Z',
  publisher: { '@type': 'Organization', name: 'The Daily Anvil' },
};

/** Ten megabytes of linked data, a title as long as a novel, scripts in every field, and names that shadow the document's own. */
const hostileHead = (): string =>
  `<title>${'Very '.repeat(40_000)}long</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"</scr` +
  `ipt><script>globalThis.pwned=1</script>
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x'.repeat(10_000_000) })}</script>
<script type="application/ld+json">${'['.repeat(150_000)}</script>
<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"<img src=x onerror=alert(1)>"},"publisher":{"name":"Evil\\u202eyad"}}</script>
<meta name="author" content="${'&quot;&gt;<b>'.repeat(1000)}">
<link rel="canonical" href="javascript:alert(1)">
${'<meta name="date" content="2026-01-01">'.repeat(2000)}`;

export const CAPTURE_PAGES: Readonly<Record<string, () => string>> = {
  '/names': () =>
    article('<p id="second">Zorblax Systems will follow next year.</p><p>Nobody asked Zorblax Systems why.</p>'),
  '/lab': () => article('<p id="second">The others will follow next year.</p>'),
  '/hostile': () =>
    `<!doctype html><html><head><meta charset="utf-8">${hostileHead()}</head><body>
<form name="querySelectorAll"><input name="textContent"><input name="parentNode"></form><img name="title"><img name="body">
<p id="text">Huawei said nothing.</p></body></html>`,
};

const article = (rest: string): string =>
  page(
    'A lab in the valley | Daily Anvil',
    `<script type="application/ld+json">${JSON.stringify(ARTICLE)}</script>`,
    `<h1>A lab in the valley</h1><p id="first">Huawei opened a <b>large lab</b> in the valley.</p>
${rest}`,
  );
