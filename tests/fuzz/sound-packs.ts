import { makeFact, packLines } from '../fixtures/builders.ts';

/** A small pack with a record of every kind, and most of the fields there are. */
export const SOUND_PACK = packLines({
  entities: [
    {
      id: 'acme',
      name: 'Acme Robotics',
      type: 'company',
      description: 'Makes robots.',
      aliases: [
        { text: 'Acme', case: 'exact', not: ['Acme Street'] },
        { text: '阿克梅', lang: 'zh-Hans' },
      ],
    },
    { id: 'bolt', name: 'Bolt', type: 'company' },
  ],
  facts: [
    makeFact(),
    makeFact({ id: 'f2', subjects: ['acme', 'bolt'], statement: 'Acme bought Bolt.', note: 'Perhaps.' }),
  ],
  conflicts: [
    { id: 'c1', kind: 'disagreement', title: 'What it was worth', summary: 'Both cannot be.', facts: ['f1', 'f2'] },
  ],
});

/** The next version of it. */
export const NEXT_PACK = SOUND_PACK.map((line) =>
  line.replace('"version":1', '"version":2').replace('Makes robots.', 'Makes no robots.'),
);
