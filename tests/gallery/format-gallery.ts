export type Picture = { readonly title: string; readonly theme: 'light' | 'dark'; readonly file: string };

/** All pictures on one page, both themes side by side. */
export function formatGallery(pictures: readonly Picture[]): string {
  const rows = [...Map.groupBy(pictures, ({ title }) => title)].map(
    ([title, group]) =>
      `<section><h2>${title}</h2>${group.map(({ file, theme }) => `<img src="${file}" alt="${title}, ${theme}" loading="lazy">`).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sidelight gallery</title>
<style>body{font:16px/1.5 system-ui;margin:32px;background:#e9eaec;color:#222}section{margin-block:32px}h2{font-size:18px}img{max-width:48%;margin-inline-end:1%;vertical-align:top;box-shadow:0 1px 8px #0004}</style>
<h1>Sidelight gallery</h1>${rows.join('\n')}</html>\n`;
}
