import { expect, test } from 'vitest';
import * as v from 'valibot';
import { describeError, errorEntrySchema } from '../../../src/core/model/error-entry.ts';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
const SECRETS = ['Roadrunner', 'https://secret.example/page?token=1', 'my private note'];

function planted(name: string): Error {
  const error = new Error(`cannot read ${SECRETS.join(' ')}`);
  error.name = name;
  error.stack = [
    `${name}: cannot read ${SECRETS.join(' ')}`,
    `    at readCard (${ORIGIN}/background.js:12:345)`,
    `    at ${SECRETS[1]}:1:2`,
    `open@${ORIGIN}/chunks/manager-Dx_1.js:6:7`,
    `    at eval (${ORIGIN}/my private note.js:1:1)`,
  ].join('\n');
  return error;
}

test('keeps the kind and the places in our files, and nothing that anybody else wrote', () => {
  const entry = describeError(planted('TypeError'), ORIGIN, 5);
  expect(entry).toEqual({ at: 5, name: 'TypeError', places: ['background.js:12:345', 'chunks/manager-Dx_1.js:6:7'] });
  for (const secret of SECRETS) expect(JSON.stringify(entry)).not.toContain(secret);
});

test.each<[string, unknown]>([
  ['a name that says more than a kind', planted('Roadrunner said https://secret.example')],
  ['no error at all', 'my private note'],
  ['nothing', undefined],
  ['an error without a stack', Object.assign(new Error('my private note'), { stack: undefined })],
])('%s is kept without it', (_name, error) => {
  const entry = describeError(error, ORIGIN, 5);
  expect(v.is(errorEntrySchema, entry)).toBe(true);
  for (const secret of SECRETS) expect(JSON.stringify(entry)).not.toContain(secret);
});
