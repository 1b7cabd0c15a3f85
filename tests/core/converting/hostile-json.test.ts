import { expect, test } from 'vitest';
import { convertCsl } from '../../../src/core/converting/convert-csl.ts';
import { convertJsonDocument } from '../../../src/core/converting/convert-json-document.ts';
import { ProblemLog } from '../../../src/core/converting/conversion-problem.ts';
import { HEADER_FIELDS } from '../../fixtures/sheets.ts';

const HEADER = JSON.stringify(HEADER_FIELDS).slice(1, -1);
const document = (entity: string): string => `{${HEADER},"entities":[${entity}]}`;

test.each([
  ['depth', document('['.repeat(1e6) + ']'.repeat(1e6)), 'nests brackets more than 32 deep'],
  [
    'a prototype as a field',
    document('{"__proto__":{"polluted":1},"id":"a","name":"Acme","type":"company"}'),
    '__proto__',
  ],
  ['a prototype in the header', `{${HEADER},"__proto__":{"polluted":1},"entities":[]}`, '__proto__'],
  ['a constructor', document('{"constructor":{},"id":"a","name":"Acme","type":"company"}'), 'constructor'],
  ['a number beyond all', document('{"id":"a","name":1e999,"type":"company"}'), 'entity.name must be text'],
  ['a lone surrogate', document('{"id":"a","name":"A\\ud800cme","type":"company"}'), 'well-formed Unicode'],
  ['a record that is too long', document(`{"id":"a","name":"${'x'.repeat(70_000)}","type":"company"}`), 'longer than'],
])('S13: %s is a problem, and nothing else', (_name, text, words) => {
  expect(convertJsonDocument('p.json', text)).toMatchObject({
    ok: false,
    error: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining(words) })]),
  });
  expect('polluted' in {}).toBe(false);
});

test('S13: CSL-JSON drops what the format has not, whatever it is called', () => {
  const log = new ProblemLog();
  const item =
    '{"__proto__":{"polluted":1},"constructor":{},"title":"T","volume":1e999,"author":{"__proto__":1},"type":"__proto__"}';
  const [source] = convertCsl('c.json', `[${item}]`, log);
  expect(log.problems).toEqual([]);
  expect(source?.body).toEqual({ id: 't', type: 'document', title: 'T' });
  expect('polluted' in {}).toBe(false);
});

test('S13: of two fields of one name the last counts, as for JSON.parse', () => {
  const converted = convertJsonDocument('p.json', document('{"id":"a","id":"b","name":"Acme","type":"company"}'));
  expect(converted.ok && converted.value.lines[1]).toContain('"id":"b"');
});
