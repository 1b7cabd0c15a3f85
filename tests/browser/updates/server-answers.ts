import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';
import type { Answerer } from './publisher-server.ts';

/** One way in which a server may answer, and the code it must lead to; null where it is as good as any. */
export type ServerAnswer = { readonly name: string; readonly answer: Answerer; readonly code: string | null };

const JSON_TYPE = { 'content-type': 'application/json' };
const say =
  (status: number, headers: Record<string, string> = {}, body: string | Uint8Array = ''): Answerer =>
  (response) =>
    response.writeHead(status, headers).end(body);
const UTF16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

/** Sends the head and what there is of a body, and then nothing more, ever. */
const stall =
  (body = ''): Answerer =>
  (response) => {
    response.writeHead(200, JSON_TYPE);
    response.write(body);
  };
/** Sends for ever. */
const flood: Answerer = (response) => {
  response.writeHead(200, JSON_TYPE);
  const chunk = ' '.repeat(64 * 1024);
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};
const hangUp =
  (begin: (response: ServerResponse) => void): Answerer =>
  (response) => {
    begin(response);
    setTimeout(() => response.destroy(), 20);
  };

/** Answers to a request for a manifest; `manifest` is a sound one. */
export const manifestAnswers = (manifest: string): ServerAnswer[] => [
  { name: 'a manifest', answer: say(200, JSON_TYPE, manifest), code: null },
  { name: 'a manifest as plain text', answer: say(200, { 'content-type': 'text/plain' }, manifest), code: null },
  { name: 'a manifest without a type', answer: say(200, {}, manifest), code: null },
  { name: 'a manifest after a byte order mark', answer: say(200, JSON_TYPE, `\uFEFF${manifest}`), code: null },
  {
    name: 'gzip by the server',
    answer: say(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, gzipSync(manifest)),
    code: null,
  },
  {
    name: 'brotli by the server',
    answer: say(200, { ...JSON_TYPE, 'content-encoding': 'br' }, brotliCompressSync(manifest)),
    code: null,
  },
  {
    name: 'a manifest called a web page',
    answer: say(200, { 'content-type': 'text/html' }, manifest),
    code: 'web-page',
  },
  {
    name: 'a web page',
    answer: say(200, { 'content-type': 'text/html; charset=utf-8' }, '<!doctype html><p>Hello'),
    code: 'web-page',
  },
  {
    name: 'a web page called JSON',
    answer: say(200, JSON_TYPE, '<!DOCTYPE html><title>Log in</title>'),
    code: 'web-page',
  },
  { name: 'XHTML', answer: say(200, { 'content-type': 'application/xhtml+xml' }, '<html/>'), code: 'web-page' },
  { name: 'XML called JSON', answer: say(200, JSON_TYPE, '<?xml version="1.0"?><rss/>'), code: 'web-page' },
  { name: 'nothing', answer: say(200, JSON_TYPE), code: 'empty' },
  { name: 'UTF-16', answer: say(200, JSON_TYPE, UTF16(manifest)), code: 'not-utf8' },
  { name: 'Latin 1', answer: say(200, JSON_TYPE, Buffer.from('{"title":"M\xfcnchen"}', 'latin1')), code: 'not-utf8' },
  { name: 'packed bytes nobody announced', answer: say(200, JSON_TYPE, gzipSync(manifest)), code: 'not-utf8' },
  { name: 'a manifest cut short', answer: say(200, JSON_TYPE, manifest.slice(0, -20)), code: 'not-a-manifest' },
  { name: 'something after the manifest', answer: say(200, JSON_TYPE, `${manifest}x`), code: 'not-a-manifest' },
  { name: 'another JSON document', answer: say(200, JSON_TYPE, '{"hello":"world"}'), code: 'not-a-manifest' },
  { name: 'a list', answer: say(200, JSON_TYPE, '[]'), code: 'not-a-manifest' },
  {
    name: 'a pack in place of its manifest',
    answer: say(200, JSON_TYPE, '{"format":"sidelight-fact-pack","formatVersion":1}\n{}'),
    code: 'not-a-manifest',
  },
  {
    name: 'a format to come',
    answer: say(200, JSON_TYPE, manifest.replace('"formatVersion":1', '"formatVersion":2')),
    code: 'newer-format',
  },
  {
    name: 'an envelope signed by nobody',
    answer: say(
      200,
      JSON_TYPE,
      JSON.stringify({
        payloadType: 'application/vnd.sidelight.manifest+json',
        payload: Buffer.from(manifest).toString('base64'),
        signatures: [{ sig: Buffer.alloc(64).toString('base64') }],
      }),
    ),
    code: 'bad-signature',
  },
  {
    name: 'more than a manifest may be',
    answer: say(200, JSON_TYPE, ' '.repeat(600_000) + manifest),
    code: 'too-large',
  },
  { name: 'a flood', answer: flood, code: 'too-large' },
  {
    name: 'a length that is too long',
    answer: hangUp((response) => response.writeHead(200, { ...JSON_TYPE, 'content-length': '99999' }).write(manifest)),
    code: 'offline',
  },
  {
    name: 'a line that is cut',
    answer: hangUp((response) => response.writeHead(200, JSON_TYPE).write(manifest.slice(0, 50))),
    code: 'offline',
  },
  { name: 'no answer at all', answer: (response) => response.destroy(), code: 'offline' },
  { name: 'a head and then nothing', answer: stall(), code: 'timed-out' },
  { name: 'a beginning and then nothing', answer: stall(manifest.slice(0, 50)), code: 'timed-out' },
  { name: 'nothing, not even a head', answer: () => {}, code: 'timed-out' },
  {
    name: 'damaged gzip by the server',
    answer: say(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, manifest),
    code: 'offline',
  },
  { name: 'a redirect to a login page', answer: say(302, { location: '/login' }), code: 'redirected' },
  { name: 'a lasting redirect', answer: say(301, { location: '/elsewhere' }), code: 'redirected' },
  { name: 'a redirect to another server', answer: say(307, { location: 'http://127.0.0.1:1/' }), code: 'redirected' },
  {
    name: 'a redirect in a circle',
    answer: (response, request) => response.writeHead(308, { location: request.url ?? '/' }).end(),
    code: 'redirected',
  },
  { name: 'no change, though nobody asked', answer: say(304), code: 'redirected' },
  ...(
    [
      [201, 'unexpected-status'],
      [204, 'unexpected-status'],
      [206, 'unexpected-status'],
      [400, 'unexpected-status'],
      [401, 'login-needed'],
      [403, 'login-needed'],
      [404, 'not-found'],
      [410, 'gone'],
      [418, 'unexpected-status'],
      [429, 'busy'],
      [451, 'unexpected-status'],
      [500, 'server-error'],
      [502, 'server-error'],
      [503, 'server-error'],
      [504, 'server-error'],
      [511, 'server-error'],
    ] as const
  ).map(([status, code]) => ({ name: `status ${status}`, answer: say(status, { 'content-type': 'text/html' }), code })),
];

/** Answers to a request for the file of a pack; `pack` is the one that the manifest announces. */
export const fileAnswers = (pack: Uint8Array): ServerAnswer[] => {
  const flipped = Uint8Array.from(pack, (byte, at) => (at === pack.length >> 1 ? byte ^ 1 : byte));
  const gzipType = { 'content-type': 'application/gzip' };
  return [
    { name: 'a changed byte', answer: say(200, gzipType, flipped), code: 'wrong-hash' },
    { name: 'the first half', answer: say(200, gzipType, pack.slice(0, pack.length >> 1)), code: 'wrong-size' },
    { name: 'one byte more', answer: say(200, gzipType, new Uint8Array([...pack, 0])), code: 'wrong-size' },
    { name: 'nothing', answer: say(200, gzipType), code: 'empty' },
    { name: 'a flood', answer: flood, code: 'wrong-size' },
    {
      name: 'a cut line',
      answer: hangUp((response) => response.writeHead(200, gzipType).write(pack.slice(0, 50))),
      code: 'offline',
    },
    { name: 'a web page', answer: say(200, { 'content-type': 'text/html' }, '<html>'), code: 'web-page' },
    {
      name: 'unpacked by the server',
      answer: say(200, { ...gzipType, 'content-encoding': 'gzip' }, gzipSync('x'.repeat(pack.length * 3))),
      code: 'wrong-size',
    },
    { name: 'a login', answer: say(401), code: 'login-needed' },
    { name: 'a redirect', answer: say(302, { location: '/login' }), code: 'redirected' },
    { name: 'trouble', answer: say(500), code: 'server-error' },
    { name: 'an end', answer: say(410), code: 'gone' },
  ];
};
