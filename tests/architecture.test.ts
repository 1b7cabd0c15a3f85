import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms each room may import from, besides itself. The README shows the same table. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  dom: [],
  locales: [],
  nlp: ['core'],
  storage: ['core'],
  messaging: ['core'],
  ui: ['core', 'locales'],
  scout: ['core', 'dom', 'messaging'],
  annotator: ['core', 'dom', 'messaging'],
  analyst: ['core', 'nlp', 'messaging'],
  clipping: ['core', 'dom'],
  capturing: ['core', 'locales', 'messaging', 'ui'],
  card: ['core', 'locales', 'citing', 'messaging', 'ui'],
  popup: ['core', 'locales', 'storage', 'messaging', 'ui'],
  citing: ['core'],
  signing: ['core'],
  library: ['core', 'storage', 'messaging'],
  updating: ['core', 'signing', 'storage'],
  backup: ['core', 'storage', 'updating'],
  syncing: ['core', 'updating'],
  sidepanel: ['core', 'locales', 'citing', 'capturing', 'messaging', 'ui'],
  manager: ['core', 'locales', 'storage', 'backup', 'citing', 'capturing', 'messaging', 'ui'],
  background: ['core', 'locales', 'storage', 'messaging', 'updating', 'signing', 'backup', 'syncing'],
  cli: ['core', 'nlp', 'signing'],
  building: [],
};

/** Which packages may be used where. Whatever is not listed is used nowhere in `src`. */
const VENDORS: Readonly<Record<string, readonly string[]>> = {
  valibot: ['core', 'storage', 'messaging', 'background', 'syncing', 'annotator', 'card'],
  stemmer: ['core'],
  '@noble/hashes': ['updating', 'backup'],
  diff: ['core'],
  papaparse: ['core'],
  idb: ['storage'],
  compromise: ['nlp', 'cli'],
  '@citation-js/core': ['citing'],
  '@citation-js/plugin-bibtex': ['citing'],
  minisearch: ['library'],
  '@tanstack/virtual-core': ['ui'],
  preact: ['ui', 'card', 'capturing', 'popup', 'sidepanel', 'manager'],
  '@floating-ui/core': ['annotator'],
  htmlparser2: ['cli'],
  '@wxt-dev/i18n': ['locales'],
  wxt: ['background', 'analyst', 'locales', 'card', 'popup', 'sidepanel', 'manager', 'messaging'],
};

const FORBIDDEN_FOLDERS = /(?:^|\/)(?:utils?|helpers?|common|managers|shared|misc)\//;
const MAX_LINES = 400;
const MAX_MEDIAN_LINES = 80;

const ROOT = resolve(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');

const list = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`);

const sources = list('src').filter((file) => !file.endsWith('.d.ts'));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const roomOf = (file: string): string => relative(SRC, join(ROOT, file)).split('/')[0] ?? '';
const specifiers = (file: string): string[] =>
  [...read(file).matchAll(/\b(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map((match) => match[1] ?? '');
const countLines = (file: string): number => read(file).split('\n').length;

test('every room stands in the table', () => {
  const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const outsideRooms = new Set(['assets', 'styles']);
  expect(
    rooms
      .map((room) => room.name)
      .filter((name) => !outsideRooms.has(name))
      .toSorted(),
  ).toEqual(Object.keys(MAY_IMPORT).toSorted());
});

describe('imports', () => {
  test.each(sources)('%s imports only from the rooms and packages it may', (file) => {
    const room = roomOf(file);
    for (const specifier of specifiers(file)) {
      if (specifier.startsWith('.')) {
        const target = roomOf(relative(ROOT, resolve(ROOT, dirname(file), specifier)));
        if (target !== room) expect(MAY_IMPORT[room], `${file} → ${specifier}`).toContain(target);
        expect(specifier, `${file} must name the file with its ending`).toMatch(
          room === 'locales' ? /\.(?:tsx?|json)$/ : /\.tsx?$/,
        );
      } else if (specifier.startsWith('node:')) {
        expect(room, `${file} → ${specifier}`).toBe('cli');
      } else {
        const vendor = Object.keys(VENDORS).find((name) => specifier === name || specifier.startsWith(`${name}/`));
        expect(vendor, `${file} → ${specifier} stands in no vendor rule`).toBeDefined();
        expect(VENDORS[vendor ?? ''], `${file} → ${specifier}`).toContain(room);
      }
    }
  });

  test.each(list('entrypoints'))('%s only starts its context', (file) => {
    const own = specifiers(file).filter((specifier) => specifier.startsWith('.'));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/\/src\/[a-z]+\/start-[a-z-]+\.tsx?$/);
    expect(countLines(file)).toBeLessThanOrEqual(12);
  });

  test('the scout pulls in no package at run time', () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [statement, specifier = ''] of read(file).matchAll(/^(?:import|export)[^;]*?from\s+'([^']+)';/gm)) {
        if (statement.startsWith('import type')) continue;
        expect(specifier, `${file} → ${specifier}`).toMatch(/^\./);
        visit(relative(ROOT, resolve(ROOT, dirname(file), specifier)));
      }
    };
    visit('src/scout/start-scout.ts');
    expect(seen.size).toBeGreaterThan(10);
  });
});

describe('files', () => {
  test('are small', () => {
    const lengths = sources.map(countLines).toSorted((a, b) => a - b);
    expect(sources.filter((file) => countLines(file) > MAX_LINES)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MAX_MEDIAN_LINES);
  });

  test('live in rooms that own an idea', () => {
    expect([...sources, ...list('entrypoints')].filter((file) => FORBIDDEN_FOLDERS.test(file))).toEqual([]);
  });

  test.each(sources)('%s is named as it should be', (file) => {
    const name = file.split('/').at(-1) ?? '';
    expect(name).toMatch(
      name.endsWith('.tsx') && roomOf(file) === 'ui' ? /^[A-Z][A-Za-z]+\.tsx$/ : /^[a-z0-9]+(?:-[a-z0-9]+)*\.tsx?$/,
    );
  });

  test.each(sources)('T16: %s neither writes HTML, nor evaluates code, nor uses `any`', (file) => {
    const code = read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/,
    );
    expect(code).not.toMatch(/:\s*any\b|\bas any\b|<any>|\benum\s+\w/);
  });
});

test('the top level holds what the layout names and nothing more', () => {
  const allowed = new Set(
    'package.json package-lock.json wxt.config.ts tsconfig.json vitest.config.ts knip.json entrypoints src data tests README.md LICENSE CHANGELOG.md node_modules'.split(
      ' ',
    ),
  );
  const entries = readdirSync(ROOT).filter((name) => !name.startsWith('.'));
  expect(entries.filter((name) => !allowed.has(name))).toEqual([]);
});
