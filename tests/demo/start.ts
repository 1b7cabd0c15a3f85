import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveArticles } from '../browser/article-server.ts';
import { launch, type BrowserName } from '../browser/drive.ts';
import { BUILDS, findBrowser, installCommand } from '../browser/find-browser.ts';
import { ensureBrowser } from '../browser/ensure-browsers.ts';
import { expectCard, hover, markedIn, until } from '../browser/reader.ts';
import { describeMentions } from './describe-mentions.ts';

const USAGE = `Usage: npm start                    the demo article in Chromium
       npm start -- FILE-or-URL       your own page
       npm start -- --firefox         in Firefox
       npm start -- --headless        without a window: prints the mentions, saves a picture of the card
       npm start -- --picture FILE    where the picture goes`;

const ARTICLES = resolve('tests/fixtures/articles');

const { values, positionals } = parseArgs({
  options: {
    firefox: { type: 'boolean' },
    headless: { type: 'boolean' },
    picture: { type: 'string' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
if (values.help === true) {
  console.log(USAGE);
  process.exit(0);
}

const picture = resolve(values.picture ?? '.artifacts/card.png');
const name: BrowserName = chooseBrowser(values.firefox === true);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const headless = values.headless === true || !hasDisplay;

build(name);
const address = await openAddress(positionals[0]);
const browser = await launch(name, { extension: BUILDS[name], headless });
const page = await browser.newPage();
await page.goto(address.url);
// The first run of a fresh profile imports the default pack before anything can be marked.
const marks: string[] = await until(
  () => markedIn(page),
  (found) => found.length > 0,
  'marks on the page',
).catch((): string[] => []);
if (marks.length === 0) console.log('No followed name on this page.');
else await showCard();

if (headless) {
  await browser.close();
  await address.close();
} else {
  console.log(
    'The browser stays open: hover the underlined names, try the toolbar button. Press Ctrl+C here when done.',
  );
}

async function showCard(): Promise<void> {
  const mentions = await describeMentions(await page.evaluate(visibleHtml, null));
  const first = mentions.entities.find((entity) => marks.includes(entity.surface));
  if (headless) console.log(mentions.text);
  if (first === undefined) return;
  await hover(page, 'body', first.surface);
  await expectCard(page, first.name);
  if (!headless) return;
  // The card fades in after it has drawn itself.
  await new Promise((done) => {
    setTimeout(done, 500);
  });
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`\nThe card of ${first.name} as a picture: ${picture}`);
}

/** The browser asked for, else whichever is installed, else Chromium after installing it; exits where none can be had. */
function chooseBrowser(wantsFirefox: boolean): BrowserName {
  const wanted: BrowserName = wantsFirefox ? 'firefox' : 'chromium';
  if (findBrowser(wanted) !== null) return wanted;
  if (!wantsFirefox && findBrowser('firefox') !== null) return 'firefox';
  if (ensureBrowser(wanted)) return wanted;
  console.error(`No browser found. Install one and try again:\n  ${installCommand(wanted)}`);
  process.exit(1);
}

function build(browserName: BrowserName): void {
  const target = browserName === 'firefox' ? ['-b', 'firefox', '--mv3'] : [];
  const wxt = resolve('node_modules/.bin/wxt');
  const built = spawnSync(wxt, ['build', ...target], { encoding: 'utf8', shell: process.platform === 'win32' });
  if (built.status === 0) return;
  console.error(built.stdout, built.stderr);
  process.exit(1);
}

/** A web address as it is; a file, or the demo article, served from the loopback interface. */
async function openAddress(target: string | undefined): Promise<{ url: string; close(): Promise<void> }> {
  if (target !== undefined && /^https?:\/\//.test(target)) return { url: target, close: () => Promise.resolve() };
  const file = target === undefined ? resolve(ARTICLES, 'static.html') : resolve(target);
  if (!existsSync(file)) {
    console.error(`${file} does not exist.`);
    process.exit(1);
  }
  const server = await serveArticles(dirname(file));
  return { url: `${server.origin}/${encodeURIComponent(basename(file))}`, close: server.close };
}

/** The page's HTML without what a reader does not see or is editing: runs in the page. */
function visibleHtml(): string {
  const clone = document.body.cloneNode(true) as HTMLElement;
  const copies = [...clone.querySelectorAll<HTMLElement>('*')];
  [...document.body.querySelectorAll<HTMLElement>('*')].forEach((element, position) => {
    if (!element.checkVisibility() || element.isContentEditable) copies[position]?.remove();
  });
  return clone.outerHTML;
}
