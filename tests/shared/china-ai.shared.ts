import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPacks, DEFAULT_PACK } from '../../src/cli/load-packs.ts';
import { trackedAliases } from '../../src/core/packs/tracked-aliases.ts';
import { normalizeText } from '../../src/core/text/normalize.ts';
import { readSeedDocuments } from '../fixtures/seed-documents.ts';

const [pack] = loadPacks([DEFAULT_PACK]);

const documents = readSeedDocuments();
const facts = pack?.facts ?? [];

const LONGEST_SHARED_RUN = 7;

const words = (text: string): string[] => normalizeText(text).folded.split(' ');
const runs = (text: string, length: number): string[] => {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - length + 1)).map((_, at) => all.slice(at, at + length).join(' '));
};

/** Names and titles may stand as they are: each becomes one word before runs are compared. */
const names = [
  ...(pack?.entities ?? []).flatMap((entity) => [entity.name, ...entity.aliases.map((alias) => alias.text)]),
  ...(pack?.sources ?? []).map((source) => source.title),
]
  .map((name) => normalizeText(name).folded)
  .filter((name) => name.includes(' '))
  .toSorted((a, b) => b.length - a.length);

function withoutNames(text: string): string {
  let folded = ` ${normalizeText(text).folded} `;
  names.forEach((name, position) => {
    folded = folded.replaceAll(` ${name} `, ` name${position} `);
  });
  return folded;
}

describe('each fact', () => {
  test.each(facts.map((fact) => [fact.id, fact] as const))(
    '%s: its passage stands in the document where the locator says',
    (_id, fact) => {
      for (const { source, locator } of fact.references) {
        const [start = 0, end = 0] = locator?.range ?? [];
        const passage = documents.get(source)?.slice(start, end) ?? '';
        expect(passage.length).toBe(end - start);
        expect(createHash('sha256').update(passage).digest('hex').slice(0, 16)).toBe(locator?.digest);
        const before = documents.get(source)?.slice(0, start).split('\n').length;
        const [first, last] = locator?.lines ?? [0, 0];
        expect(before).toBeGreaterThanOrEqual(first);
        expect(before).toBeLessThanOrEqual(last);
      }
    },
  );

  test('is said in our own words: no run of eight words is a document’s, but for names and titles', () => {
    const theirs = new Set([...documents.values()].flatMap((text) => runs(withoutNames(text), LONGEST_SHARED_RUN + 1)));
    const copied = facts.filter((fact) =>
      runs(withoutNames(fact.statement), LONGEST_SHARED_RUN + 1).some((run) => theirs.has(run)),
    );
    expect(copied.map((fact) => [fact.id, fact.statement])).toEqual([]);
  });
});

test('every id of the first extraction is there or accounted for', () => {
  const extraction = JSON.parse(readFileSync(resolve('../shared/seed-facts/facts.json'), 'utf8')) as {
    facts: { id: string }[];
  };
  const kept = new Set(facts.map((fact) => fact.id));
  expect(extraction.facts.filter((fact) => !kept.has(fact.id)).map((fact) => fact.id)).toEqual([]);
});

test('every surface form that the extraction found is found by the matcher’s names', () => {
  const extraction = JSON.parse(readFileSync(resolve('../shared/seed-facts/entities.json'), 'utf8')) as {
    entities: { id: string; highlight_default: boolean; presence: string; surface_forms: { text: string }[] }[];
  };
  const known = new Map(
    (pack?.entities ?? []).map((entity) => [
      entity.id,
      new Set(trackedAliases('china-ai', entity).map(({ alias }) => normalizeText(alias.text).folded)),
    ]),
  );
  const missing = extraction.entities
    .filter((entity) => entity.highlight_default && entity.presence === 'mentioned')
    .flatMap((entity) => entity.surface_forms.map((form) => [entity.id, form.text] as const))
    .filter(([id, text]) => known.get(id)?.has(normalizeText(text.replace(/[’']s?$/, '')).folded) !== true);
  expect(missing).toEqual([]);
});
