import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveArticles } from '../browser/article-server.ts';
import type { BrowserName } from '../browser/drive.ts';
import { ensureBrowser } from '../browser/ensure-browsers.ts';
import { formatGallery, type Picture } from './format-gallery.ts';
import { GALLERY_PACK } from './gallery-pack.ts';
import { GALLERY_PAGES } from './gallery-pages.ts';
import { openSitting } from './sitting.ts';
import { STATES } from './states.ts';

const USAGE = `Usage: npm run gallery                 every state of card, popup, brief and manager as a picture, and a page of them all
       npm run gallery -- --firefox    in Firefox
       npm run gallery -- --only TEXT  those whose name contains TEXT

The extension has to be built (npm run build).`;

const { values } = parseArgs({
  options: { firefox: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean' } },
});
if (values.help === true) {
  console.log(USAGE);
  process.exit(0);
}

const FOLDER = resolve('.artifacts/gallery');
const browserName: BrowserName = values.firefox === true ? 'firefox' : 'chromium';
ensureBrowser(browserName);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const packFile = resolve(FOLDER, 'gallery.factpack.jsonl');
writeFileSync(packFile, GALLERY_PACK.join('\n'));
const routes = Object.fromEntries(Object.entries(GALLERY_PAGES).map(([path, html]) => [path, () => html]));
const server = await serveArticles('tests/fixtures/articles', routes);
const pictures: Picture[] = [];

for (const theme of ['light', 'dark'] as const) {
  const sitting = await openSitting(browserName, theme, server.origin, packFile);
  for (const { title, width = 960, height = 720, show } of STATES) {
    const name = `${title} ${theme}`;
    if (values.only !== undefined && !name.includes(values.only)) continue;
    const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`;
    const page = await sitting.newPage(width, height);
    const shown = await show(page, sitting);
    await shown.screenshot({ path: resolve(FOLDER, file) });
    await sitting.clear();
    pictures.push({ title, theme, file });
    console.log(name);
  }
  await sitting.close();
}
writeFileSync(resolve(FOLDER, 'index.html'), formatGallery(pictures));
await server.close();
console.log(`\n${pictures.length} pictures: ${resolve(FOLDER, 'index.html')}`);
process.exit(0);
