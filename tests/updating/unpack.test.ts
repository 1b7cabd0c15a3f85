import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/core/model/limits.ts';
import { unpackText } from '../../src/updating/unpack.ts';

async function read(...parts: BlobPart[]): Promise<string> {
  let text = '';
  for await (const part of unpackText(new Blob(parts))) text += part;
  return text;
}
const packed = (text: string | Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text));

test('text comes as it is, packed or not', async () => {
  const text = 'Zeile\n'.repeat(50_000) + '华为 😀';
  expect(await read(text)).toBe(text);
  expect(await read(packed(text))).toBe(text);
  expect(await read('')).toBe('');
});

test('tells how far the file has been read', async () => {
  const file = new Blob([packed('x'.repeat(300_000))]);
  const seen: number[] = [];
  for await (const part of unpackText(file, (bytes) => seen.push(bytes))) expect(part.length).toBeGreaterThanOrEqual(0);
  expect(seen.at(-1)).toBe(file.size);
});

describe('S12: a file that cannot be unpacked is refused', () => {
  const whole = packed('a line of text\n'.repeat(1000));
  const damaged = whole.slice();
  damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 0xff;
  test.each<[string, BlobPart[], string]>([
    ['cut short', [whole.slice(0, -20)], 'bad-gzip'],
    ['wrong check sum', [damaged], 'bad-gzip'],
    ['something after the end', [whole, 'junk'], 'bad-gzip'],
    ['only the first two bytes of gzip', [new Uint8Array([0x1f, 0x8b])], 'bad-gzip'],
    ['Latin 1', [new Uint8Array([0x5a, 0xfc, 0x72])], 'not-utf8'],
    ['UTF-16', [new Uint8Array([0xff, 0xfe, 0x7b, 0x00])], 'not-utf8'],
    ['UTF-8 cut within a letter', [new Uint8Array([0x61, 0xe5, 0x8d])], 'not-utf8'],
    ['packed Latin 1', [packed(Buffer.from([0x5a, 0xfc, 0x72]))], 'not-utf8'],
  ])('%s', async (_name, parts, code) => {
    await expect(read(...parts)).rejects.toMatchObject({ name: 'UnpackError', code });
  });

  test('a bomb stops at the ratio, long before it is unpacked', async () => {
    const bomb = packed(Buffer.alloc(100 * 1024 * 1024));
    expect(100 * 1024 * 1024).toBeLessThan(LIMITS.packBytes);
    await expect(read(bomb)).rejects.toMatchObject({ code: 'bomb' });
  });
});
