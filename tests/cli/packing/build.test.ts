import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { makeFact } from '../../fixtures/builders.ts';
import { runPack } from '../../fixtures/run-pack.ts';
import { HEADER_FIELDS } from '../../fixtures/sheets.ts';

const root = mkdtempSync(join(tmpdir(), 'sidelight-build-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const folder = (files: Readonly<Record<string, string>>): string => {
  const path = join(root, String(count++));
  for (const [name, text] of Object.entries({ 'header.json': JSON.stringify(HEADER_FIELDS), ...files })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    if (text !== '') writeFileSync(join(path, name), text);
  }
  return path;
};
const ENTITIES = 'name,type\nAcme,company\n';
const FACTS = 'subject,statement,url\nAcme,x,https://a.example\n';

describe('the template', () => {
  const template = join(root, 'template');
  cpSync('data/template', template, { recursive: true });

  test('is built into a sound pack, compressed or not, and the same again', async () => {
    const out = join(template, 'my.factpack.jsonl');
    expect(await runPack('build', template, '--out', out)).toMatchObject({
      status: 0,
      out: expect.stringContaining('3 entities, 3 facts, 3 sources'),
    });
    expect((await runPack('lint', out)).status).toBe(0);
    await runPack('build', template, '--out', `${out}.gz`);
    expect((await runPack('lint', `${out}.gz`)).status).toBe(0);
    expect(gunzipSync(readFileSync(`${out}.gz`)).toString()).toBe(readFileSync(out, 'utf8'));
    expect((await runPack('build', template)).out).toBe(readFileSync(out, 'utf8'));
    expect(readdirSync(template).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a folder', () => {
  test('may hold sheets, record files and CSL-JSON, in folders too', async () => {
    const path = folder({
      'entities.csv': ENTITIES,
      'facts/facts-2026.tsv': 'subject\tstatement\tsource\nAcme\tx\tAB12',
      'anything.csv': FACTS.replace(',x,', ',y,'),
      'facts/more.jsonl': JSON.stringify({ fact: makeFact({ references: [{ source: 'ab12' }] }) }),
      'zotero.json': JSON.stringify([{ id: 'http://zotero.org/users/1/items/AB12', title: 'A book', type: 'book' }]),
      'old.factpack.jsonl': 'not looked at',
      '.hidden.csv': 'not looked at either',
    });
    const { status, out, err } = await runPack('build', path);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ counts: { entities: 1, facts: 3, sources: 2 } });
  });

  test('may have all in one JSON document, with or without sheets', async () => {
    const all = { ...HEADER_FIELDS, entities: [{ id: 'acme', name: 'Acme', type: 'company' }], facts: [], sources: [] };
    const path = folder({ 'header.json': '', 'pack.json': JSON.stringify(all), 'facts.csv': FACTS });
    const { status, out } = await runPack('build', path);
    expect(status).toBe(0);
    expect(out).toContain('"subjects":["acme"]');
  });

  test('its problems name file and row, all at once', async () => {
    const path = folder({ 'entities.csv': 'name,type\nAcme,thing\n', 'facts.csv': 'subject,statement\nNobody,x\n' });
    const { status, out, err } = await runPack('build', path);
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(`${join(path, 'entities.csv')}:2: type: "thing" is no type that is known`);
    expect(err).toContain(`${join(path, 'facts.csv')}:2: subject: no entity is called "Nobody"`);
    expect(err).toContain(`${join(path, 'facts.csv')}:2: source: the fact has no source`);
  });

  test('--json gives them to programs, and no file is touched', async () => {
    const path = folder({ 'facts.csv': FACTS, 'more.jsonl': '{"fact":{}}' });
    const out = join(path, 'x.factpack.jsonl');
    writeFileSync(out, 'as it was');
    const run = await runPack('build', path, '--json', '--out', out);
    expect(run).toMatchObject({ status: 1, err: '' });
    expect(JSON.parse(run.out)).toContainEqual(
      expect.objectContaining({ line: 1, field: 'fact.id', code: 'invalid-field' }),
    );
    expect(readFileSync(out, 'utf8')).toBe('as it was');
  });

  test.each([
    ['no header', { 'header.json': '' }, 2, 'has no header.json'],
    ['two headers', { 'pack.json': '{}' }, 2, 'remove one'],
    ['a header that is none', { 'header.json': '[]' }, 1, 'header.json: The file must hold one JSON object'],
    ['a header that is not JSON', { 'header.json': '{' }, 1, 'header.json: The file is not JSON'],
    ['a sheet of what?', { 'x.csv': 'a,b\n1,2' }, 1, 'x.csv:1: The heading does not tell what the rows are'],
    ['UTF-16', { 'facts.csv': 'a\0,\0' }, 1, 'facts.csv: The file seems to be UTF-16'],
  ])('%s', async (_name, files, status, words) => {
    expect(await runPack('build', folder(files))).toMatchObject({ status, err: expect.stringContaining(words) });
  });
});

describe('from-csv', () => {
  const path = folder({ 'e.csv': 'Firma;Sorte\nAcme;company', 'f.csv': FACTS, 'c.json': '[{"id":"a","title":"A"}]' });
  const args = [
    'from-csv',
    '--header',
    join(path, 'header.json'),
    '--facts',
    join(path, 'f.csv'),
    '--csl',
    join(path, 'c.json'),
  ];
  const entities = ['--entities', join(path, 'e.csv')];
  const map = ['--map', 'entities.name=Firma', '--map', 'entities.type=Sorte'];

  test('writes a pack to standard output', async () => {
    const { status, out } = await runPack(...args, ...entities, ...map);
    writeFileSync(join(path, 'made.factpack.jsonl'), out);
    expect(status).toBe(0);
    expect((await runPack('lint', join(path, 'made.factpack.jsonl'))).status).toBe(0);
  });

  test('--previous keeps the id of a reworded fact', async () => {
    const before = join(path, 'before.factpack.jsonl');
    await runPack(...args, ...entities, ...map, '--out', before);
    writeFileSync(join(path, 'g.csv'), FACTS.replace(',x,', ',another wording,'));
    const reworded = [...args.with(4, join(path, 'g.csv')), ...entities, ...map];
    const after = join(path, 'after.factpack.jsonl');
    await runPack(...reworded, '--previous', before, '--out', after);
    expect((await runPack('diff', before, after)).out).toContain('fact: +0 ~1 -0');
    await runPack(...reworded, '--out', after);
    expect((await runPack('diff', before, after)).out).toContain('fact: +1 ~0 -1');
  });

  test.each([
    ['no header', ['from-csv', '--facts', 'x.csv'], '--header is missing'],
    ['no sheet', args.slice(0, 3), '--entities, --facts, --sources or --csl is missing'],
    ['an operand', [...args, 'x'], 'one operand too many'],
    ['no mapping', [...args, '--map', 'name'], '--map wants SHEET.FIELD=HEADING'],
    ['an unknown field', [...args, '--map', 'facts.colour=X'], 'facts have no "colour" but id, subjects'],
    ['an unknown heading', [...args, '--map', 'facts.statement=X'], 'no column of the facts is headed "X"'],
    ['no such file', [...args, '--entities', join(path, 'none.csv')], 'ENOENT'],
  ])('%s is wrong use', async (_name, wrong, words) => {
    expect(await runPack(...wrong)).toMatchObject({ status: 2, err: expect.stringContaining(words) });
  });
});
