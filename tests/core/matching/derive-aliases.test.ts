import { describe, expect, test } from 'vitest';
import { deriveAliases } from '../../../src/core/matching/derive-aliases.ts';
import type { EntityType } from '../../../src/core/model/entity.ts';
import { makeEntity } from '../../fixtures/builders.ts';

const derive = (
  name: string,
  type: EntityType = 'company',
  aliases: Parameters<typeof makeEntity>[0]['aliases'] = [],
): string[] =>
  deriveAliases(makeEntity({ id: 'x', name, type, aliases })).map(({ alias, derivation }) => {
    const rules = [alias.case === 'exact' ? 'exact' : '', alias.needs?.longForm === true ? 'longForm' : '']
      .filter(Boolean)
      .join(',');
    return `${alias.text} [${derivation}${rules && `; ${rules}`}]`;
  });

const CASES: readonly (readonly [name: string, type: EntityType, derived: readonly string[]])[] = [
  ['Alphabet Inc.', 'company', ['Alphabet [legal-form-dropped; exact]']],
  [
    'Huawei Technologies Co., Ltd.',
    'company',
    ['Huawei Technologies [legal-form-dropped]', 'Huawei [group-word-dropped; exact,longForm]'],
  ],
  ['Ant Group', 'company', ['Ant [group-word-dropped; exact,longForm]']],
  ['China Evergrande Group', 'company', ['China Evergrande [group-word-dropped]']],
  ['Johnson & Johnson', 'company', ['Johnson and Johnson [and-for-ampersand]']],
  ['BBC', 'company', ['B.B.C. [dotted; exact]']],
  ['U.S.', 'place', ['US [undotted; exact]']],
  ['Elon Musk', 'person', ['Musk [surname; exact,longForm]', 'Musk, Elon [surname-first; exact]']],
  ['Michael K. Spencer', 'person', ['Spencer [surname; exact,longForm]', 'Spencer, Michael K. [surname-first; exact]']],
  ['Kai-Fu Lee', 'person', ['Lee [surname; exact,longForm]', 'Lee, Kai-Fu [surname-first; exact]']],
  ['马云', 'person', []],
  ['Ministry of Science and Technology', 'agency', ['Ministry of Science & Technology [ampersand-for-and]']],
  ['Independent and controllable', 'concept', []],
  [
    'Deng Xiaoping',
    'person',
    ['Xiaoping [surname; exact,longForm]', 'Xiaoping, Deng [surname-first; exact]', 'Deng [surname; exact,longForm]'],
  ],
  ['イーロン・マスク', 'person', ['マスク [surname; exact,longForm]']],
  ['일론 머스크', 'person', ['머스크 [surname; exact,longForm]']],
  ['JD', 'company', []],
  ['The Company', 'company', []],
  ['The We Company', 'company', []],
  ['Tencent', 'company', []],
  ['SenseTime', 'company', ['Sense Time [parted; exact]']],
  ['OpenAI', 'company', ['Open AI [parted; exact]']],
  ['WeChat', 'product', []],
  ['iFlytek', 'company', []],
  ['McKinsey', 'company', []],
];

describe('deriveAliases', () => {
  test.each(CASES)('%s (%s)', (name, type, derived) => {
    expect(derive(name, type)).toEqual(derived);
  });

  test('a derived form inherits the rules of the listed one', () => {
    const [form] = deriveAliases(
      makeEntity({
        name: 'X',
        aliases: [{ text: 'Acme Inc.', not: ['Acme Theatre Inc.'], needs: { words: ['robots'] } }],
      }),
    );
    expect(form?.alias).toMatchObject({ text: 'Acme', not: ['Acme Theatre Inc.'], needs: { words: ['robots'] } });
    expect(form?.from).toBe('Acme Inc.');
  });

  test('never repeats a listed spelling, nor its own', () => {
    expect(derive('Acme Robots Inc.', 'company', [{ text: 'Acme Robots' }, { text: 'Acme Robots Ltd.' }])).toEqual([]);
  });

  test('leaves tickers and misprints alone', () => {
    expect(
      derive('Acme Robots', 'company', [
        { text: 'ACME', kind: 'ticker' },
        { text: 'MIPITM', kind: 'misprint' },
      ]),
    ).toEqual([]);
  });
});
