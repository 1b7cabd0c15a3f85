const page = (title: string, body: string, html = 'lang="en"', head = ''): string =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width"><meta property="article:published_time" content="2017-06-01"><meta property="og:type" content="article"><meta property="og:site_name" content="The Example Weekly"><meta name="author" content="Jane Doe">${head}
<style>
  :root { color-scheme: light dark; }
  body { margin: 0 auto; max-width: 640px; padding: 32px 24px; font: 18px/1.6 Georgia, serif; color: light-dark(#222, #ddd); background: light-dark(#fffefa, #16181b); }
  h1 { font-size: 28px; line-height: 1.2; }
</style></head><body>${body}</body></html>`;

const MORE =
  '<p>The rest of the article says little, as the rest of articles does, but it takes the room that it needs.</p>';

/** The pages on which the gallery is taken. */
export const GALLERY_PAGES = {
  '/article': page(
    'The long bet on home-made intelligence',
    `<h1>The long bet on home-made intelligence</h1><p id="capture-here">Few outside Asia had heard of SenseTime when investors valued the firm at over $4.5 billion in 2018. Megvii and Huawei followed, and the Ministry of Science and Technology (MOST) took note.</p>${MORE}<p>Baidu and Alibaba were named to a national team.</p>`,
  ),
  '/states': page(
    'States',
    `<h1>States of a card</h1><p>Yesterday Globex grew, and Hooli did not.</p><p>The new rules of SASVLN were printed.</p><p>Nobody knows what Mercury One will do.</p>${MORE}`,
  ),
  '/rtl': page(
    'من اليمين',
    `<h1>من اليمين إلى اليسار</h1><p>قالت شركة القمر للاتصالات أمس إنها ستكبر، وكذلك Huawei.</p>`,
    'lang="ar" dir="rtl"',
  ),
  '/none': page('Nothing', '<h1>Weather</h1><p>It rained.</p>'),
} as const;
