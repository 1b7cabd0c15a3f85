import { describe, expect, test } from 'vitest';
import two from 'compromise/two';
import { linkPage } from '../../../src/core/linking/link-page.ts';
import { spotCandidates } from '../../../src/core/matching/spot-candidates.ts';
import type { Entity } from '../../../src/core/model/entity.ts';
import { createSentenceAnalyst } from '../../../src/nlp/compromise-analyzer.ts';
import { makeEntity, makeWatchList } from '../../fixtures/builders.ts';

const analyst = createSentenceAnalyst(two);

const ENTITIES: readonly Entity[] = [
  makeEntity({ name: 'Huawei', aliases: [{ text: 'Huawei Technologies' }, { text: '华为', lang: 'zh' }] }),
  makeEntity({ name: 'Baidu' }),
  makeEntity({
    id: 'cac',
    name: 'Cyberspace Administration of China',
    type: 'agency',
    aliases: [
      { text: 'CAC', case: 'exact', not: ['CAC 40'], needs: { longForm: true, words: ['regulator', 'China'] } },
    ],
  }),
  makeEntity({
    id: 'most',
    name: 'Ministry of Science and Technology',
    type: 'agency',
    aliases: [{ text: 'MOST', case: 'exact' }],
  }),
  makeEntity({ id: 'dji', name: 'DJI', aliases: [{ text: 'DJI', case: 'exact' }] }),
  makeEntity({
    id: 'dow',
    name: 'Dow Jones Industrial Average',
    type: 'concept',
    highlight: false,
    aliases: [{ text: 'DJI', case: 'exact', needs: { words: ['Wall Street', 'points', 'Nasdaq'] } }],
  }),
  makeEntity({ id: 'medium', name: 'Medium', aliases: [{ text: 'Medium', case: 'exact' }] }),
  makeEntity({
    id: 'robin-li',
    name: 'Robin Li',
    type: 'person',
    aliases: [{ text: 'Robin Li', needs: { entities: ['baidu'] } }],
  }),
  makeEntity({ id: 'jane-rill', name: 'Jane Rill', type: 'person' }),
  makeEntity({
    id: 'mit',
    name: 'Massachusetts Institute of Technology',
    aliases: [{ text: 'MIT', case: 'exact', not: ['MIT Technology Review'] }],
  }),
];

async function link(texts: readonly string[], withAnalyst = true): Promise<string[]> {
  const watchList = makeWatchList(ENTITIES);
  const runs = texts.map((text) => ({ text, ...spotCandidates(watchList.index, text) }));
  const analyze = withAnalyst
    ? (questions: Parameters<typeof analyst>[0][] | readonly Parameters<typeof analyst>[0][]) =>
        Promise.resolve(questions.map(analyst))
    : null;
  const linked = await linkPage(runs, { aliasesOf: watchList.aliasesOf }, analyze);
  return linked.flatMap((links, run) =>
    links.mentions
      .filter((mention) => mention.paint)
      .map((mention) => `${texts[run]?.slice(mention.start, mention.end)}→${mention.entity.id}`),
  );
}

type Case = readonly [name: string, texts: readonly string[], links: readonly string[]];

const LONGEST: readonly Case[] = [
  ['the longest name wins', ['Huawei Technologies grew.'], ['Huawei Technologies→huawei']],
  ['a possessive marks the name only', ['Huawei’s chips'], ['Huawei→huawei']],
  ['Chinese', ['我爱华为公司。'], ['华为→huawei']],
  ['an address is not a mention', ['See huawei.com or https://www.huawei.com/en and press@huawei.com.'], []],
  ['a name before a full stop is', ['They met Huawei. Then left.'], ['Huawei→huawei']],
];

const RULES: readonly Case[] = [
  ['`case`: most is not MOST', ['For most people Most is a word.'], []],
  [
    '`not`: an index is not the agency',
    ['The Cyberspace Administration of China met; the CAC 40 fell.'],
    ['Cyberspace Administration of China→cac'],
  ],
  ['`not`: a magazine is not the university', ['MIT Technology Review wrote about MIT’s lab.'], ['MIT→mit']],
  [
    '`needs.longForm`: elsewhere on the page',
    ['The Cyberspace Administration of China spoke.', 'The CAC said so.'],
    ['Cyberspace Administration of China→cac', 'CAC→cac'],
  ],
  ['`needs.words`: in the same paragraph', ['The CAC, a regulator, said so.'], ['CAC→cac']],
  ['`needs` not met', ['The CAC said so.'], []],
  ['`needs.entities`: on the same page', ['Robin Li spoke.', 'Baidu rose.'], ['Robin Li→robin-li', 'Baidu→baidu']],
  ['`needs.entities` not met', ['Robin Li spoke.'], []],
  ['a name that needs the words beats one that does not', ['On Wall Street the DJI lost 200 points.'], []],
  ['and leaves the other alone elsewhere', ['DJI unveiled a drone.'], ['DJI→dji']],
];

const SENTENCES: readonly Case[] = [
  ['a verb after it', ['MOST released new guidelines on AI.'], ['MOST→most']],
  ['an article before and a verb after it', ['The MOST is taking a lighter approach.'], ['MOST→most']],
  ['a noun after an ordinary word', ['MOST people agree with that.'], []],
  ['a preposition before it', ['The rules were written by MOST.'], ['MOST→most']],
  ['a line in capitals', ['THE MOST EXPENSIVE PHONE OF THE YEAR IS HERE'], []],
  ['a capitalised adjective', ['Medium heat is best for eggs.'], []],
  ['the publisher', ['He posted it on Medium yesterday.'], ['Medium→medium']],
  ['lower case of a distinctive name', ['i bought a huawei phone'], ['huawei→huawei']],
];

const DERIVED: readonly Case[] = [
  [
    'a surname after the full name stood on the page',
    ['Robin Li and Baidu spoke.', 'Li laughed; Liang did not.'],
    ['Robin Li→robin-li', 'Baidu→baidu', 'Li→robin-li'],
  ],
  ['a surname alone is nobody', ['Baidu hired Li.'], ['Baidu→baidu']],
  ['dots', ['The D.J.I. drone hovers.'], ['D.J.I.→dji']],
];

const DEFINITIONS: readonly Case[] = [
  [
    'a short form is not lost by another way to say the long one',
    ['China’s Cyberspace Administration (CAC) ruled; the CAC, a regulator, acts.'],
    ['CAC→cac', 'CAC→cac'],
  ],
  [
    'a short form given to somebody else is his on the whole page',
    ['The Mid Infrared Telescope (MIT) saw it.', 'MIT found a star.'],
    [],
  ],
  [
    'introduced for its own entity it stays',
    ['The Massachusetts Institute of Technology (MIT) met.', 'MIT agreed.'],
    ['Massachusetts Institute of Technology→mit', 'MIT→mit', 'MIT→mit'],
  ],
];

const REGRESSION: readonly Case[] = [
  ['a button that shares the page', ['Read on. Share on Baidu', 'They share it on Baidu.'], ['Baidu→baidu']],
  ['a preposition in capitals on a German notice', ['Das Kleid ist mit Knopf und MIT Gürtel, die Hose nicht.'], []],
  [
    'somebody of the same full name is himself throughout the page',
    ['Six-year-old Jane Rill met Baidu. Jane Rill sang. Rill slept.'],
    ['Baidu→baidu'],
  ],
  ['a Latin S behind a Chinese name is no plural', ['华为S9发布'], ['华为→huawei']],
  ['a number after a distinctive name, as in a table', ['Baidu 5G gear 12 units'], ['Baidu→baidu']],
  ['a number behind a comma', ['The MIT, 12 May 2019, is cited.'], ['MIT→mit']],
  ['a given name in a list', ['Alexa; Baidu; Huawei'], ['Baidu→baidu', 'Huawei→huawei']],
  ['a plural', ['two Huaweis and one Baidu'], ['Huawei→huawei', 'Baidu→baidu']],
  ['a German genitive', ['Huaweis Absatz und die Gewinne der Firma'], ['Huawei→huawei']],
  [
    'a name cut by a page break',
    ['the Cyberspace\n\nAdministration of China'],
    ['Cyberspace\n\nAdministration of China→cac'],
  ],
  [
    'a short form that the page introduces and the pack lists keeps the rules of the pack',
    ['The Cyberspace Administration of China (CAC) met.', 'In Paris the CAC 40 was flat. The CAC met again.'],
    ['Cyberspace Administration of China→cac', 'CAC→cac', 'CAC→cac'],
  ],
  [
    'nor is a part of a name that somebody else bears',
    ['The twelve-year-old Robin Li of Baidu street won.'],
    ['Baidu→baidu'],
  ],
  [
    'whoever else bears a name acts as well',
    ['Our cat answers to Medium.', 'Yesterday Medium said nothing and slept.'],
    [],
  ],
  ['a rule word that contains the alias is beside it', ['CAC China is met.'], ['CAC→cac']],
];

describe('links', () => {
  test.each(LONGEST)('longest match: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
  test.each(RULES)('alias rules: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
  test.each(SENTENCES)('sentence: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
  test.each(DEFINITIONS)('definitions: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
  test.each(DERIVED)('derived forms: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
  test.each(REGRESSION)('REGRESSION: %s', async (_name, texts, links) => expect(await link(texts)).toEqual(links));
});

test('two entities that share an alias and cannot be told apart give one mention with both', async () => {
  const watchList = makeWatchList([
    makeEntity({ id: 'a', name: 'Apex Capital' }),
    makeEntity({ id: 'b', name: 'Apex Capital' }),
  ]);
  const text = 'Apex Capital invested.';
  const [links] = await linkPage(
    [{ text, ...spotCandidates(watchList.index, text) }],
    { aliasesOf: watchList.aliasesOf },
    null,
  );
  expect(links?.mentions).toHaveLength(1);
  expect(links?.mentions[0]).toMatchObject({ entity: { id: 'a' }, alternatives: [{ pack: 'test', id: 'b' }] });
});

test('a name of an entity that is not to be marked is linked but not painted, and shields its words', async () => {
  const watchList = makeWatchList([
    makeEntity({ name: 'Tencent' }),
    makeEntity({ id: 'music', name: 'Tencent Music', highlight: false }),
  ]);
  const text = 'Tencent Music sang.';
  const [links] = await linkPage(
    [{ text, ...spotCandidates(watchList.index, text) }],
    { aliasesOf: watchList.aliasesOf },
    null,
  );
  expect(links?.mentions.map((mention) => [mention.entity.id, mention.paint])).toEqual([['music', false]]);
});

test('without the analyst nothing is asked', async () => {
  expect(await link(['DJI unveiled a drone.'], false)).toEqual(['DJI→dji']);
});
