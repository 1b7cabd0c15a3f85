import { describe, expect, test } from 'vitest';
import type { PackRecord } from '../../../src/core/model/fact-pack.ts';
import {
  changeRecord,
  NEW_VALUES,
  newAlias,
  newEntity,
  newFact,
  readValues,
} from '../../../src/core/overlay/record-form.ts';
import { parseRecord } from '../../../src/core/packs/parse-record.ts';
import { makeFact } from '../../fixtures/builders.ts';

const read = (draft: Readonly<Record<string, unknown>>): PackRecord => {
  const record = parseRecord(draft, 0);
  if (!record.ok) throw new Error(JSON.stringify(record.error));
  return record.value;
};
const RECORDS: readonly PackRecord[] = [
  read({
    entity: {
      ...{ id: 'acme', name: 'Acme', type: 'company', description: 'Makes anvils.', sameAs: ['demo/acme'] },
      aliases: [{ text: 'ACME', case: 'exact' }, { text: '阿克梅' }],
    },
  }),
  read({ fact: makeFact({ value: { type: 'money', number: 4e9, currency: 'USD' }, note: 'Perhaps.' }) }),
  read({
    source: {
      ...{ id: 's1', type: 'article-newspaper', title: 'Anvils', URL: 'https://example.org/a' },
      ...{ 'container-title': 'The Times', issued: { 'date-parts': [[2018, 5, 3]] }, author: [{ family: 'Roe' }] },
    },
  }),
];

describe('a form', () => {
  test.each(RECORDS)('gives back what it was shown, with all that it does not show ($type)', (record) => {
    expect(read(changeRecord(record, readValues(record)))).toEqual(record);
  });

  test('changes what it shows', () => {
    const [entity, fact, source] = RECORDS as [PackRecord, PackRecord, PackRecord];
    const change = (record: PackRecord, values: Record<string, string>): PackRecord =>
      read(changeRecord(record, { ...readValues(record), ...values }));
    expect(change(entity, { name: ' Acme Ltd ', description: '', aliases: 'ACME\n\n Anvil Co ' })).toMatchObject({
      entity: {
        name: 'Acme Ltd',
        aliases: [{ text: 'ACME', case: 'exact' }, { text: 'Anvil Co' }],
        sameAs: ['demo/acme'],
      },
    });
    expect(change(fact, { asOf: '2019', note: '' })).toMatchObject({
      fact: { asOf: { basis: 'stated', date: '2019' } },
    });
    expect(change(fact, { asOf: '' })).toMatchObject({ fact: { asOf: { basis: 'unknown' } } });
    expect(change(source, { issued: '2018-05' })).toMatchObject({ source: { issued: { 'date-parts': [[2018, 5]] } } });
  });

  test.each([
    ['a sum', { number: '3e9', unit: 'CNY' }, { type: 'money', number: 3e9, currency: 'CNY', qualifier: 'over' }],
    ['a count', { number: '12', unit: 'labs' }, { type: 'quantity', number: 12, unit: 'labs', qualifier: 'over' }],
    ['none', { number: '' }, undefined],
  ])('a number becomes %s', (_name, values, value) => {
    const fact = makeFact({ value: { type: 'money', number: 4e9, currency: 'USD', qualifier: 'over' } });
    const record: PackRecord = { type: 'fact', fact };
    const changed = read(changeRecord(record, { ...readValues(record), ...values }));
    expect(changed.type === 'fact' ? changed.fact.value : null).toEqual(value);
  });

  test('a value that is no number stays as it is', () => {
    const value = { type: 'role', role: 'Chair' } as const;
    const record: PackRecord = { type: 'fact', fact: makeFact({ value }) };
    expect(read(changeRecord(record, readValues(record)))).toEqual(record);
  });

  test.each([
    [{ text: ' ACR ' }, { text: 'ACR' }],
    [
      { text: 'ACR', case: 'exact', words: 'robot\n\n anvil', not: 'ACR 40' },
      { text: 'ACR', case: 'exact', needs: { words: ['robot', 'anvil'] }, not: ['ACR 40'] },
    ],
    [{ text: 'ACR', case: 'ignore', words: ' ', not: '' }, { text: 'ACR' }],
  ])('a spelling with its rules: %o', (values, alias) => {
    expect(newAlias(values)).toEqual(alias);
  });

  test.each([
    ['fact', { number: 'many', unit: 'labs' }, 'fact.value.number'],
    ['fact', { number: '3', unit: '' }, 'fact.value.unit'],
    ['fact', { statement: '' }, 'fact.statement'],
    ['fact', { asOf: 'last week' }, 'fact.asOf'],
    ['fact', { kind: 'Not Kebab' }, 'fact.kind'],
    ['source', { title: ' ' }, 'source.title'],
    ['source', { URL: 'javascript:alert(1)' }, 'source.URL'],
    ['source', { issued: 'yesterday' }, 'source.issued'],
    ['entity', { name: '' }, 'entity.name'],
    ['entity', { aliases: 'x' }, 'entity.aliases'],
  ] as const)('what is wrong with a %s is told by its field: %o', (kind, values, field) => {
    const record = RECORDS.find(({ type }) => type === kind) as PackRecord;
    const checked = parseRecord(changeRecord(record, { ...readValues(record), ...values }), 0);
    expect(checked.ok ? [] : checked.error.map((problem) => problem.field)).toEqual([expect.stringContaining(field)]);
  });
});

describe('new records', () => {
  test('have readable ids that are free, in any script', () => {
    const ids = ['Acme', 'Café Ünïted', '华为', ''].map(
      (name) => newEntity({ ...NEW_VALUES.entity, name }, RECORDS)['entity'] as { id: string },
    );
    expect(ids.map(({ id }) => id)).toEqual(['acme-2', 'cafe-united', 'entity', 'entity']);
  });

  test('a fact brings its source along, or takes one that is there', () => {
    const values = {
      ...NEW_VALUES.fact,
      statement: 'Acme makes anvils.',
      'source.title': 'Anvils',
      'source.URL': 'https://a.example/1',
    };
    const [source, fact] = newFact(values, 'acme', '', RECORDS).map(read);
    expect(source).toMatchObject({ source: { id: 'anvils', title: 'Anvils', type: 'webpage' } });
    expect(fact).toMatchObject({ fact: { subjects: ['acme'], references: [{ source: 'anvils' }] } });
    expect(newFact(values, 'acme', 's1', RECORDS).map(read)).toMatchObject([
      { fact: { references: [{ source: 's1' }] } },
    ]);
  });
});
