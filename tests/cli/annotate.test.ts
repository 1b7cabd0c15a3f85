import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packLines } from '../fixtures/builders.ts';

type Run = { readonly status: number | null; readonly out: string; readonly err: string };

function annotate(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['src/cli/annotate.ts', ...args], { stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

const jsonl = (...lines: unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
const parse = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const folder = await mkdtemp(join(tmpdir(), 'sidelight-cli-'));
const file = async (name: string, content: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe('annotate --jsonl', () => {
  test('--facts N gives each mention the facts that fit its sentence best', async () => {
    const text = 'SenseTime was valued at more than $4.5 billion. SenseTime sells facial recognition software.';
    const { status, out } = await annotate(['--facts', '2', '--jsonl'], jsonl({ id: 1, text }));
    const [line] = parse(out) as { mentions: { facts: string[] }[] }[];
    expect(status).toBe(0);
    expect(line?.mentions.map(({ facts }) => facts.length)).toEqual([2, 2]);
    expect(line?.mentions[0]?.facts).not.toEqual(line?.mentions[1]?.facts);
  });

  test.each([['0'], ['x'], ['-1'], ['1.5']])('--facts %s is refused', async (count) => {
    const { status } = await annotate([`--facts=${count}`, '--jsonl'], '');
    expect(status).toBe(2);
  });

  test('writes one line for each, in order, with offsets in UTF-16 code units', async () => {
    const text = '😀 Huawei and SenseTime';
    const { status, out } = await annotate(['--jsonl'], jsonl({ id: 'a', text }, { id: 'b', text: 'Nothing.' }));
    const [first, second] = parse(out) as {
      id: string;
      mentions: { start: number; end: number; text: string; entity: string; confidence: number }[];
    }[];
    expect(status).toBe(0);
    expect(
      first?.mentions.map((mention) => [text.slice(mention.start, mention.end), mention.text, mention.entity]),
    ).toEqual([
      ['Huawei', 'Huawei', 'huawei'],
      ['SenseTime', 'SenseTime', 'sensetime'],
    ]);
    expect(first?.mentions.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
    expect(second).toEqual({ id: 'b', mentions: [] });
  });

  test('a bad line gets an error, the others go on, and the status says so', async () => {
    const { status, out } = await annotate(['--jsonl'], jsonl('{broken', { id: 2 }, '[1]', { id: 4, text: 'Huawei' }));
    expect(status).toBe(1);
    expect(parse(out)).toMatchObject([
      { id: null, error: expect.any(String) },
      { id: 2, error: expect.any(String) },
      { id: null, error: expect.any(String) },
      { id: 4, mentions: [{ entity: 'huawei' }] },
    ]);
  });

  test('--pack replaces the default pack', async () => {
    const pack = await file('demo.jsonl', packLines().join('\n'));
    const { out } = await annotate(['--jsonl', '--pack', pack], jsonl({ id: 1, text: 'Acme Robotics beat Huawei' }));
    expect(parse(out)).toMatchObject([{ mentions: [{ entity: 'acme' }] }]);
  });

  test('an unsound pack is refused with file and line', async () => {
    const pack = await file('bad.jsonl', [...packLines(), '{"fact":{}}'].join('\n'));
    const { status, err, out } = await annotate(['--jsonl', '--pack', pack], jsonl({ id: 1, text: 'x' }));
    expect([status, out]).toEqual([1, '']);
    expect(err).toContain(`${pack}:5: fact.id is missing.`);
  });
});

describe('annotate FILE', () => {
  test('prints names with facts, sources and dates', async () => {
    const path = await file('a.txt', 'SenseTime was there.');
    const { status, out } = await annotate([path]);
    expect(status).toBe(0);
    expect(out).toMatch(/SenseTime \(company\) · 1× as “SenseTime”/);
    expect(out).toMatch(/reported, as of 2018-05 \(stated\) · Five reasons/);
  });

  test('reads the text of HTML as a page shows it', async () => {
    const path = await file(
      'a.html',
      '<html><p>Sen<b>seTime</b></p><script>"Huawei"</script><code>Baidu</code><td>Meg</td><td>vii</td>',
    );
    const { out } = await annotate([path]);
    expect(out).toContain('SenseTime (company)');
    expect(out).not.toMatch(/Huawei|Baidu|Megvii/);
  });

  test.each([[['no-such-file']], [['--nonsense']], [[]], [['--jsonl', 'file']]])(
    '%j is refused with a message',
    async (args) => {
      const { status, err } = await annotate(args);
      expect(status).toBe(2);
      expect(err.trim()).not.toBe('');
      expect(err).not.toContain('    at ');
    },
  );
});
