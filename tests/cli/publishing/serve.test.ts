import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStaticServer } from '../../../src/cli/publishing/static-server.ts';
import { runPack } from '../../fixtures/run-pack.ts';

const root = mkdtempSync(join(tmpdir(), 'sidelight-serve-'));
const site = join(root, 'site');
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(site, 'sub', '.git'), { recursive: true });
  mkdirSync(join(root, 'site-of-others'));
  const files = ['site/a.manifest.json', 'site/a.factpack.jsonl', 'site/sub/b.gz', 'site/sub/a b.txt', 'site/x.bin'];
  const hidden = ['secret.txt', 'site-of-others/secret.txt', 'site/key.pem', 'site/.env', 'site/sub/.git/config'];
  for (const name of [...files, ...hidden]) writeFileSync(join(root, name), `the text of ${name}`);
  symlinkSync(join(root, 'secret.txt'), join(site, 'link.txt'));
  symlinkSync(root, join(site, 'up'));
  symlinkSync(join(site, 'x.bin'), join(site, 'inside.bin'));
  symlinkSync(join(site, 'key.pem'), join(site, 'key.txt'));
  server = createStaticServer(site);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

/** Asks with the path as it is written: `fetch` would tidy it up. */
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    headers: IncomingHttpHeaders;
    body: string;
  }>();
  asked.on('error', reject);
  asked.on('response', (response) => {
    let body = '';
    response.setEncoding('utf8').on('data', (part: string) => (body += part));
    response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
  });
  return promise;
}

describe('a file', () => {
  test.each([
    ['/a.manifest.json', 'application/json; charset=utf-8'],
    ['/a.factpack.jsonl', 'application/jsonl; charset=utf-8'],
    ['/sub/b.gz', 'application/gzip'],
    ['/sub/a%20b.txt?query#part', 'text/plain; charset=utf-8'],
    ['/x.bin', 'application/octet-stream'],
    ['/inside.bin', 'application/octet-stream'],
  ])('%s comes as %s', async (path, type) => {
    const { status, headers, body } = await ask(path);
    expect([status, headers['content-type'], headers['content-encoding']]).toEqual([200, type, undefined]);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-length': String(body.length) });
    expect(body).toMatch(/^the text of site/);
  });

  test('is not sent again to whoever has it', async () => {
    const { headers } = await ask('/a.manifest.json');
    const etag = headers.etag ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
      expect(await ask('/a.manifest.json', { 'if-none-match': known })).toMatchObject({ status: 304, body: '' });
    writeFileSync(join(site, 'a.manifest.json'), 'the text of site, changed');
    const again = await ask('/a.manifest.json', { 'if-none-match': etag });
    expect([again.status, again.headers.etag === etag]).toEqual([200, false]);
  });

  test('may be asked about', async () => {
    const { status, headers, body } = await ask('/x.bin', {}, 'HEAD');
    expect([status, headers['content-length'], body]).toEqual([200, '22', '']);
  });
});

describe('no path leaves the folder:', () => {
  test.each([
    ...['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/sub/../../secret.txt'],
    ...[
      '/../site-of-others/secret.txt',
      '/..\\secret.txt',
      '/..%5csecret.txt',
      '/a.manifest.json%00.txt',
      '//secret.txt',
    ],
    ...['/link.txt', '/up/secret.txt', '/.env', '/sub/.git/config', '/key.pem', '/key.PEM', '/key.txt'],
    ...['/', '/sub', '/sub/', '/none.json', '/%', '/%ff', 'http://127.0.0.1/../secret.txt'],
  ])('%s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: '' });
  });
});

test.each(['packs.example', '192.168.1.1:80', '127.0.0.1.evil.example', 'localhost@evil.example'])(
  'a request for the host "%s" is for somebody else',
  async (host) => expect(await ask('/x.bin', { host })).toMatchObject({ status: 421, body: '' }),
);

test.each(['POST', 'PUT', 'DELETE'])('%s changes nothing', async (method) => {
  expect(await ask('/x.bin', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

describe('the command', () => {
  test('says where to subscribe, serves, and ends with Ctrl-C', async () => {
    const child = spawn(process.execPath, ['src/cli/pack.ts', 'serve', '--port', '0', site]);
    const exit = once(child, 'exit');
    let printed = '';
    for await (const part of child.stdout.setEncoding('utf8')) {
      printed += String(part);
      if (printed.includes('Ctrl-C')) break;
    }
    const address = /^Subscribe to (http:\/\/127\.0\.0\.1:\d+\/a\.manifest\.json)$/m.exec(printed)?.[1] ?? '';
    expect((await fetch(address)).status).toBe(200);
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
  });

  test.each<[string[], string]>([
    [['serve'], 'DIR is missing'],
    [['serve', join(root, 'none')], 'ENOENT'],
    [['serve', '--port', '99999', site], '--port wants a number'],
  ])('%j is wrong use', async (args, words) => {
    expect(await runPack(...args)).toMatchObject({ status: 2, err: expect.stringContaining(words) });
  });

  test('a port that is taken is wrong use', async () => {
    const { status, err } = await runPack('serve', '--port', String(port), site);
    expect([status, err]).toEqual([2, expect.stringContaining('Choose another --port')]);
  });
});
