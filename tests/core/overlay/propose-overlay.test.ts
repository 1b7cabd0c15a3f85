import { expect, test } from 'vitest';
import type { Entity } from '../../../src/core/model/entity.ts';
import { NO_RECORDS, type OverlayEdit, type OverlayRecords } from '../../../src/core/overlay/edit-overlay.ts';
import { planCorrection } from '../../../src/core/overlay/correct-fact.ts';
import { proposeOverlay } from '../../../src/core/overlay/propose-overlay.ts';
import { applyPatch } from '../../../src/core/packs/apply-patch.ts';
import { formatPatch } from '../../../src/core/packs/pack-patch.ts';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { parsePatch } from '../../../src/core/packs/parse-patch.ts';
import { makeEntity, makeFact, packLines } from '../../fixtures/builders.ts';

const parsed = parseFactPack(packLines({ version: 3 }).join('\n'));
if (!parsed.ok) throw new Error(parsed.error[0]?.message);
const pack = parsed.value;
const IDS = new Set(['source s1', 'entity acme', 'fact f1']);

const standIn = (fields: Partial<Entity> = {}): Entity => ({
  ...makeEntity({ id: 'acme-2', name: 'Acme Robotics' }),
  sameAs: ['demo/acme'],
  ...fields,
});
const own = (fields: Partial<OverlayRecords>): OverlayRecords => ({
  sources: [{ id: 's1', type: 'webpage', title: 'Another page' }],
  entities: [standIn()],
  facts: [],
  conflicts: [],
  ...fields,
});
const propose = (records: OverlayRecords, corrected: ReadonlyMap<string, string> = new Map()) =>
  proposeOverlay(records, {
    pack: 'demo',
    version: 3,
    entities: new Map(pack.entities.map((entity) => [entity.id, entity])),
    corrected,
    sources: new Map(pack.sources.map((source) => [source.id, source])),
    taken: ({ kind, id }) => IDS.has(`${kind} ${id}`),
  });

test('facts about a stand-in become facts about the entity; ids that the pack uses get a number', () => {
  const value = { type: 'relation', relation: 'owns', object: 'globex' };
  const facts = [makeFact({ subjects: ['acme-2'], statement: 'Mine.', value })];
  const patch = propose(own({ facts, entities: [standIn(), makeEntity({ id: 'globex', name: 'Globex' })] }));
  expect(patch?.put.map(({ type }) => type).toSorted()).toEqual(['entity', 'fact', 'source']);
  expect(patch?.put.find(({ type }) => type === 'fact')).toMatchObject({
    fact: { id: 'f1-2', subjects: ['acme'], value: { object: 'globex' }, references: [{ source: 's1-2' }] },
  });
  if (patch === null) throw new Error('there is something to propose');
  const file = parsePatch(formatPatch(patch));
  if (!file.ok) throw new Error(file.error[0]?.message);
  const applied = applyPatch(pack, file.value);
  expect(applied).toMatchObject({ ok: true });
  expect(applied.ok && applied.value.facts.map(({ statement }) => statement)).toEqual([
    'Acme was valued at over $4 billion.',
    'Mine.',
  ]);
  expect(applied.ok && applied.value.entities.map(({ id }) => id)).toEqual(['acme', 'globex']);
});

test('aliases added to a stand-in are added to the entity', () => {
  const patch = propose(own({ entities: [standIn({ aliases: [{ text: 'ACR' }] })] }));
  expect(patch?.put).toEqual([{ type: 'entity', entity: { ...pack.entities[0], aliases: [{ text: 'ACR' }] } }]);
});

test('what is about entities of other packs alone stays, and so does what adds nothing', () => {
  const elsewhere = { ...makeEntity({ id: 'w3c', name: 'W3C' }), sameAs: ['open-standards/w3c'] };
  const facts = [makeFact({ subjects: ['w3c'] })];
  expect(propose(own({ entities: [elsewhere], facts }))).toBeNull();
  expect(propose(own({}))).toBeNull();
});

test('a corrected fact takes the place of the pack’s, and cites the pack’s own sources', () => {
  const fact = pack.facts[0];
  if (fact === undefined) throw new Error('the pack has a fact');
  const { edit, fact: id } = planCorrection(NO_RECORDS, {
    ...{ pack: 'demo', fact: { ...fact, statement: 'Acme was valued at $3 billion.' } },
    ...{ entities: pack.entities, sources: pack.sources, ownIds: new Map() },
  });
  const patch = propose(recordsFrom(edit), new Map([[id, 'f1']]));
  expect(patch?.put).toEqual([{ type: 'fact', fact: { ...fact, statement: 'Acme was valued at $3 billion.' } }]);
});

test('without what it corrects it is a new fact', () => {
  const facts = [makeFact({ id: 'f1', subjects: ['acme-2'] })];
  expect(propose(own({ facts }), new Map([['other', 'f1']]))?.put).toMatchObject([
    { fact: { id: 'f1-2' } },
    { source: { id: 's1-2' } },
  ]);
});

const recordsFrom = ({ put }: OverlayEdit): OverlayRecords => ({
  sources: put.flatMap((record) => (record.type === 'source' ? [record.source] : [])),
  entities: put.flatMap((record) => (record.type === 'entity' ? [record.entity] : [])),
  facts: put.flatMap((record) => (record.type === 'fact' ? [record.fact] : [])),
  conflicts: [],
});
