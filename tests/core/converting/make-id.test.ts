import fc from 'fast-check';
import * as v from 'valibot';
import { anyText } from '../../fixtures/any-text.ts';
import { expect, test } from 'vitest';
import { digestId, IdRegister, makeId } from '../../../src/core/converting/make-id.ts';
import { textDigest } from '../../../src/core/converting/text-digest.ts';
import { idSchema } from '../../../src/core/model/text-fields.ts';

test.each([
  ['Acme Robotics', 'acme-robotics'],
  ['Müller & Söhne', 'muller-sohne'],
  ['A.I. Corp', 'a-i-corp'],
])('%s is %s', (name, id) => {
  expect(makeId(name, 'entity')).toBe(id);
});

test('names without Latin letters, with some, and long ones have a digest', () => {
  expect(makeId('华为', 'entity')).toMatch(/^entity-[0-9a-f]{8}$/);
  expect(makeId('华为 Acme', 'entity')).toMatch(/^acme-[0-9a-f]{8}$/);
  expect(makeId('中兴 Acme', 'entity')).not.toBe(makeId('华为 Acme', 'entity'));
  expect(makeId('word '.repeat(30), 'source')).toMatch(/^(?:word-){9,}[0-9a-f]{8}$/);
});

test('the digest is FNV-1a of 64 bits', () => {
  // The published value for no bytes, and one by hand with big integers.
  expect(textDigest('', 16)).toBe('cbf29ce484222325');
  const expected = (text: string): string => {
    let hash = 0xcbf29ce484222325n;
    for (const unit of text.split('').map((character) => BigInt(character.charCodeAt(0)))) {
      for (const byte of [unit & 0xffn, unit >> 8n]) hash = ((hash ^ byte) * 0x100000001b3n) & 0xffffffffffffffffn;
    }
    return hash.toString(16).padStart(16, '0');
  };
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(textDigest(text, 16)).toBe(expected(text));
    }),
  );
});

test('ids are valid and each is given once', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
      const register = new IdRegister();
      const ids = names.map((name) => register.give(makeId(name, 'entity')));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((id) => v.is(idSchema, id))).toBe(true);
      expect(v.is(idSchema, digestId(names.join(' '), 'x'))).toBe(true);
    }),
  );
});

test('ids that are spoken for are passed over', () => {
  const register = new IdRegister();
  register.reserve(['acme', 'acme-2']);
  expect([register.give('acme'), register.give('acme')]).toEqual(['acme-3', 'acme-4']);
});
