import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from '../drive.ts';
import { BUILDS } from '../find-browser.ts';

/** Scripts of ours that run beside a page's. */
const SCRIPTS = ['scout.js', 'annotator.js'];

let names: readonly string[] | undefined;

/** Every string in our content scripts that looks like the name of an event or a message: "a:b", "a.b", "a-b". */
export function bundledNames(): readonly string[] {
  names ??= [
    ...new Set(
      BROWSERS.flatMap((name) => SCRIPTS.map((script) => readFileSync(join(BUILDS[name], script), 'utf8'))).flatMap(
        (source) => [...source.matchAll(/["'`]([a-z]+(?:[.:-][a-z]+)+)["'`]/gi)].map(([, found = '']) => found),
      ),
    ),
  ].toSorted();
  return names;
}
