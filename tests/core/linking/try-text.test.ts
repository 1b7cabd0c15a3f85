import { expect, test } from 'vitest';
import { applyCorrections } from '../../../src/core/linking/apply-corrections.ts';
import { MAX_TRIED_LENGTH, tryText, type TriedText } from '../../../src/core/linking/try-text.ts';
import { spellAlias } from '../../../src/core/matching/verify-candidate.ts';
import type { Correction } from '../../../src/core/model/correction.ts';
import { makeEntity, makeWatchList } from '../../fixtures/builders.ts';

const ACME = { pack: 'test', id: 'acme' };
const WATCHED = makeWatchList([
  makeEntity({
    id: 'acme',
    name: 'Acme Robotics',
    aliases: [
      { text: 'Zorba', case: 'exact' },
      { text: 'Beacon', needs: { words: ['tractor'] } },
      { text: 'Northwind', not: ['Northwind Valley'] },
      { text: 'Quietname', highlight: false },
    ],
  }),
  makeEntity({ id: 'bank', name: 'Acme Robotics Savings Bank' }),
]);

const trying = (text: string, corrections: readonly Correction[] = []): Promise<TriedText> =>
  tryText(text, ACME, {
    ...{ index: WATCHED.index, listedOf: WATCHED.aliasesOf },
    aliasesOf: (fingerprint) =>
      applyCorrections(
        WATCHED.aliasesOf(fingerprint).map(({ tracked }) => tracked),
        corrections,
        '',
      ).map((tracked) => ({ tracked, spelling: spellAlias(tracked.alias.text) })),
    analyze: async (questions) => questions.map(() => ({ terms: [] })),
  });

async function read(text: string, corrections: readonly Correction[] = []): Promise<string[]> {
  const { text: tried, mentions, nearMisses } = await trying(text, corrections);
  return [
    ...mentions.map(({ start, end, entity }) => `${tried.slice(start, end)} = ${entity.id}`),
    ...nearMisses.map(({ start, end, cause, reasons, takenBy }) =>
      [
        tried.slice(start, end),
        cause,
        ...reasons.map(({ evidence }) => evidence),
        ...(takenBy === null ? [] : [takenBy]),
      ].join(' '),
    ),
  ];
}

test.each([
  ['a name', 'We met Acme Robotics.', ['Acme Robotics = acme']],
  ['no name', 'We met nobody.', []],
  [
    'places in later paragraphs',
    'One.\nAcme Robotics.\n\nTwo: Acme Robotics.',
    ['Acme Robotics = acme', 'Acme Robotics = acme'],
  ],
  ['letters in another case', 'They danced the zorba.', ['zorba case']],
  ['a need that is not met', 'The Beacon shone.', ['Beacon unlikely needs-unmet']],
  ['a need that is met', 'The Beacon tractor.', ['Beacon = acme']],
  ['a phrase that means something else', 'In Northwind Valley it rained.', ['Northwind phrase']],
  [
    'a place that another has',
    'The Acme Robotics Savings Bank.',
    ['Acme Robotics Savings Bank = bank', 'Acme Robotics taken Acme Robotics Savings Bank'],
  ],
  ['a name only known', 'Then Quietname rose.', ['Quietname never-marked']],
])('says of %s what becomes of it', async (_what, text, expected) => {
  expect(await read(text)).toEqual(expected);
});

test('says that the user has corrected a name', async () => {
  const never: Correction = { entity: ACME, alias: 'Acme Robotics', verdict: 'never' };
  expect(await read('Acme Robotics rose.', [never])).toEqual(['Acme Robotics corrected']);
});

test('reads no more than it may', async () => {
  const { text, mentions } = await trying(`${' '.repeat(MAX_TRIED_LENGTH - 5)}Acme Robotics`);
  expect(text).toHaveLength(MAX_TRIED_LENGTH);
  expect(mentions).toEqual([]);
});
