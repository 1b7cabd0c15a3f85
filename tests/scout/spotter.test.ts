import { describe, expect, test } from 'vitest';
import { openAliasIndex, type AliasIndex } from '../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../src/core/matching/alias-index-builder.ts';
import { matchPageKeys } from '../../src/core/matching/match-page-keys.ts';
import type { Finding, FlowRun } from '../../src/messaging/page-reader.ts';
import { createLocalSpotter, createRemoteSpotter, type Spotter } from '../../src/scout/spotter.ts';

function openIndex(aliases: readonly string[]): AliasIndex {
  const builder = createAliasIndexBuilder();
  for (const alias of aliases) builder.add(alias);
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('does not open');
  return index;
}

const index = openIndex(['Acme', 'Acme Robotics', 'Orchid']);
// The spotter never looks at the node of a run.
const runOf = (text: string): FlowRun => ({ text, container: {} as Node, pieces: [] });

async function spotAll(spotter: Spotter, runs: readonly FlowRun[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const run of runs) found.push(...(await spotter.push(run)));
  return [...found, ...(await spotter.finish())];
}

const surfaces = (found: readonly Finding[]): string[] =>
  found.flatMap(({ run, candidates }) => candidates.map(({ start, end }) => run.text.slice(start, end))).toSorted();

describe('spotters', () => {
  const filler = 'some words that are no names at all, again and again. '.repeat(600);
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ['short runs', ['Acme Robotics grew.', 'Nothing here.', 'An Orchid for Acme']],
    ['more runs than one message holds', Array.from({ length: 40 }, (_, n) => `${filler.slice(0, 3000)} Acme ${n}`)],
    ['one run longer than several messages', [`Acme ${filler.repeat(4)} Orchid ${filler.repeat(4)} Acme Robotics`]],
    ['nothing', []],
  ];
  test.each(CASES)('find the same near and far: %s', async (_name, texts) => {
    const remote = createRemoteSpotter((keys) => Promise.resolve(matchPageKeys(index, keys)));
    const near = await spotAll(createLocalSpotter(index), texts.map(runOf));
    const far = await spotAll(remote, texts.map(runOf));
    expect(surfaces(far)).toEqual(surfaces(near));
  });

  test('a name at the cut of a long run is found once', async () => {
    const words = Array.from({ length: 40_000 }, (_, n) => (n % 7 === 0 ? 'Acme Robotics' : `w${n}`)).join(' ');
    const remote = createRemoteSpotter((keys) => Promise.resolve(matchPageKeys(index, keys)));
    expect(surfaces(await spotAll(remote, [runOf(words)]))).toEqual(
      surfaces(await spotAll(createLocalSpotter(index), [runOf(words)])),
    );
  });

  test('what was pushed before a fresh start is not reported', async () => {
    const remote = createRemoteSpotter((keys) => Promise.resolve(matchPageKeys(index, keys)));
    await remote.push(runOf('Acme'));
    remote.clear();
    expect(await remote.finish()).toEqual([]);
  });

  test('nothing is asked where nothing was read', async () => {
    let asked = 0;
    const remote = createRemoteSpotter(() => Promise.resolve(void asked++).then(() => []));
    await remote.finish();
    expect(asked).toBe(0);
  });
});
