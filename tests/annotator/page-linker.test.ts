import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createPageLinker, type LinkerPorts } from '../../src/annotator/page-linker.ts';
import { linkPage } from '../../src/core/linking/link-page.ts';
import type { AliasIndex } from '../../src/core/matching/alias-index.ts';
import { spotCandidates } from '../../src/core/matching/spot-candidates.ts';
import type { Mention } from '../../src/core/model/mention.ts';
import type { Finding } from '../../src/messaging/page-reader.ts';
import { makeEntity, makeWatchList } from '../fixtures/builders.ts';

const watchList = makeWatchList([
  makeEntity({ name: 'Huawei' }),
  makeEntity({ name: 'Yangtze River Delta', type: 'place' }),
  makeEntity({
    id: 'mst',
    name: 'Ministry of Science and Technology',
    type: 'agency',
    aliases: [{ text: 'MST', case: 'exact', needs: { longForm: true } }],
  }),
  makeEntity({ name: 'Medium', aliases: [{ text: 'Medium', case: 'exact' }] }),
  makeEntity({
    id: 'li',
    name: 'Robin Li',
    type: 'person',
    aliases: [{ text: 'Robin Li', needs: { entities: ['huawei'] } }],
  }),
]);

// The linker never looks into the nodes of a run.
const findIn = (text: string, index: AliasIndex = watchList.index): Finding => ({
  run: { container: {} as Node, text, pieces: [] },
  ...spotCandidates(index, text),
});

function setUp(overrides: Partial<LinkerPorts> = {}) {
  const marks = new Map<Finding, readonly Mention[]>();
  const analyze = vi.fn<LinkerPorts['analyze']>((questions) => Promise.resolve(questions.map(() => ({ terms: [] }))));
  const lookFor = vi.fn<LinkerPorts['lookFor']>();
  const linker = createPageLinker({
    resolve: (fingerprints) =>
      Promise.resolve(
        fingerprints.map((fingerprint) => watchList.aliasesOf(fingerprint).map(({ tracked }) => tracked)),
      ),
    analyze,
    lookFor,
    isNear: () => false,
    onLinked: (finding, mentions) => void marks.set(finding, mentions),
    ...overrides,
  });
  const shown = (findings: readonly Finding[]): string[][] =>
    findings.map((finding) =>
      (marks.get(finding) ?? []).map(({ start, end, entity }) => `${finding.run.text.slice(start, end)}→${entity.id}`),
    );
  return { linker, analyze, lookFor, shown };
}

describe('the page linker', () => {
  test('has the page read again for a short form that it introduces', async () => {
    const { linker, lookFor, shown } = setUp();
    const defining = findIn('The Yangtze River Delta (YRD) grew.');
    await linker.change({ added: [defining], removed: [] });
    const index = lookFor.mock.calls[0]?.[0];
    if (index === undefined) throw new Error('nothing was looked for');
    const later = findIn('Rents in the YRD fell.', index);
    await linker.change({ added: [later], removed: [] });
    expect(shown([defining, later])).toEqual([
      ['Yangtze River Delta→yangtze-river-delta'],
      ['YRD→yangtze-river-delta'],
    ]);
    expect(lookFor).toHaveBeenCalledTimes(1);
  });

  test('and takes it for nothing once the definition is gone', async () => {
    const { linker, lookFor, shown } = setUp();
    const defining = findIn('The Yangtze River Delta (YRD) grew.');
    await linker.change({ added: [defining], removed: [] });
    const later = findIn('Rents in the YRD fell.', lookFor.mock.calls[0]?.[0]);
    await linker.change({ added: [later], removed: [] });
    await linker.change({ added: [], removed: [defining] });
    expect(shown([later])).toEqual([[]]);
  });

  test('and again for one that the next article of the same page introduces', async () => {
    const { linker, lookFor, shown } = setUp();
    const first = findIn('The Yangtze River Delta (YRD) grew.');
    await linker.change({ added: [first], removed: [] });
    const second = findIn('The Yangtze River Delta (YZD) grew.');
    await linker.change({ added: [second], removed: [first] });
    const later = findIn('Rents in the YZD fell.', lookFor.mock.lastCall?.[0]);
    await linker.change({ added: [later], removed: [] });
    expect(shown([later])).toEqual([['YZD→yangtze-river-delta']]);
    await linker.change({ added: [first], removed: [second] });
    expect(lookFor).toHaveBeenCalledTimes(2);
  });

  test('and again once the watch list has changed, since whoever reads the page then has not been told', async () => {
    const { linker, lookFor } = setUp();
    const defining = findIn('The Yangtze River Delta (YRD) grew.');
    await linker.change({ added: [defining], removed: [] });
    await linker.change({ added: [], removed: [defining] });
    await linker.change({ added: [findIn('The Yangtze River Delta (YRD) grew.')], removed: [] });
    expect(lookFor).toHaveBeenCalledTimes(2);
  });

  test('does not for one that a pack lists', async () => {
    const { linker, lookFor, shown } = setUp();
    const finding = findIn('Ministry of Science and Technology (MST) and the MST.');
    await linker.change({ added: [finding], removed: [] });
    expect(lookFor).not.toHaveBeenCalled();
    expect(shown([finding])[0]).toHaveLength(3);
  });

  test('a page that is read again keeps its marks without asking anybody', async () => {
    const resolve = vi.fn<LinkerPorts['resolve']>((fingerprints) =>
      Promise.resolve(
        fingerprints.map((fingerprint) => watchList.aliasesOf(fingerprint).map(({ tracked }) => tracked)),
      ),
    );
    const { linker, shown } = setUp({ resolve });
    const before = findIn('Huawei left.');
    await linker.change({ added: [before], removed: [] });
    const again = findIn('Huawei left.');
    await linker.change({ added: [again], removed: [before] });
    expect(resolve).toHaveBeenCalledTimes(1);
    expect(shown([before, again])).toEqual([[], ['Huawei→huawei']]);
  });

  test('asks about a sentence once, however often it comes back', async () => {
    const { linker, analyze } = setUp();
    const text = 'He wrote it on Medium.';
    await linker.change({ added: [findIn(text)], removed: [] });
    await linker.change({ added: [findIn(text)], removed: [] });
    expect(analyze).toHaveBeenCalledTimes(1);
  });

  test('asks nothing where no name is ambiguous', async () => {
    const { linker, analyze } = setUp();
    await linker.change({ added: [findIn('Huawei said so. The Yangtze River Delta is large.')], removed: [] });
    expect(analyze).not.toHaveBeenCalled();
  });

  test('asks about what is near the viewport first, and in batches', async () => {
    const findings = Array.from({ length: 200 }, (_, number) => findIn(`He wrote part ${number} on Medium.`));
    const near = new Set(findings.slice(150));
    const { linker, analyze, shown } = setUp({ isNear: (finding) => near.has(finding) });
    await linker.change({ added: findings, removed: [] });
    const asked = analyze.mock.calls.map(([questions]) => questions.map(({ sentence }) => sentence));
    expect(asked[0]).toEqual([...near].map((finding) => finding.run.text));
    expect(Math.max(...asked.map((batch) => batch.length))).toBeLessThanOrEqual(64);
    expect(shown(findings).flat()).toHaveLength(200);
  });

  test('goes on without an analyst that does not answer', async () => {
    const { linker, shown } = setUp({ analyze: () => Promise.resolve(null) });
    const findings = [findIn('He wrote it on Medium.'), findIn('Huawei left.')];
    await linker.change({ added: findings, removed: [] });
    expect(shown(findings)).toEqual([[], ['Huawei→huawei']]);
  });
});

const TEXTS = [
  'Huawei said so.',
  'Robin Li spoke.',
  'Li laughed.',
  'He wrote it on Medium.',
  'The Yangtze River Delta met Huawei.',
  'Nothing here.',
];

test('whatever comes and goes in whatever order, the marks are those of the page as it stands', async () => {
  const step = fc.record({ add: fc.subarray(TEXTS), removeFirst: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
      const { linker, shown } = setUp();
      let page: Finding[] = [];
      for (const { add, removeFirst } of steps) {
        const removed = page.slice(0, removeFirst);
        const added = add.map((text) => findIn(text));
        page = [...page.slice(removeFirst), ...added];
        await linker.change({ added, removed });
      }
      const runs = page.map((finding) => ({ ...finding, text: finding.run.text }));
      const fresh = await linkPage(runs, { aliasesOf: watchList.aliasesOf }, (questions) =>
        Promise.resolve(questions.map(() => ({ terms: [] }))),
      );
      expect(shown(page)).toEqual(
        fresh.map(({ mentions }, run) =>
          mentions.map(({ start, end, entity }) => `${page[run]?.run.text.slice(start, end)}→${entity.id}`),
        ),
      );
    }),
    { numRuns: 150 },
  );
});
