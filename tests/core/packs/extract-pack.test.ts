import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactPack } from '../../../src/core/model/fact-pack.ts';
import { extractPack, type ExtractPart } from '../../../src/core/packs/extract-pack.ts';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';
import { makeFact, packLines } from '../../fixtures/builders.ts';

const PROFILE = { id: 'extract', title: 'Chosen', language: 'en', published: '2026-11-23', publisher: 'You' };

function packOf(input: Parameters<typeof packLines>[0]): FactPack {
  const parsed = parseFactPack(packLines(input).join('\n'));
  if (!parsed.ok) throw new Error(parsed.error[0]?.message);
  return parsed.value;
}
const partOf = (pack: FactPack, id: string): ExtractPart => {
  const entity = pack.entities.find((each) => each.id === id);
  if (entity === undefined) throw new Error(`no ${id}`);
  return { ...pack, entity, facts: pack.facts.filter((fact) => fact.subjects.includes(id)), others: pack.entities };
};
function extract(parts: readonly ExtractPart[], standing: Readonly<Record<string, string>> = {}): FactPack {
  const parsed = parseFactPack(extractPack(parts, (key) => standing[key] ?? key, PROFILE));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error[0]));
  return parsed.value;
}

const company = (id: string, more: object = {}) => ({ id, name: `Name ${id}`, type: 'company', ...more });
const A = packOf({
  id: 'a',
  header: { license: 'CC-BY-4.0', publisher: { name: 'Anna' } },
  entities: [
    company('acme', { aliases: [{ text: 'Ac' }, { text: 'AR', needs: { entities: ['zed'] } }] }),
    company('hank'),
    company('zed'),
  ],
  facts: [
    makeFact({ id: 'f1', subjects: ['acme', 'hank'] }),
    makeFact({ id: 'f2', value: { type: 'relation', relation: 'owns', object: 'hank' } }),
    makeFact({ id: 'f3', subjects: ['zed'] }),
  ],
  conflicts: [
    { id: 'c1', kind: 'disagreement', title: 'T', summary: 'S', facts: ['f1', 'f2', 'f3'], entities: ['zed'] },
    { id: 'c2', kind: 'disagreement', title: 'T', summary: 'S', facts: ['f1', 'f3'] },
  ],
});
const B = packOf({
  id: 'b',
  sources: [{ id: 's1', type: 'webpage', title: 'Another page', URL: 'https://example.org/b' }],
  entities: [company('acme', { name: 'Acme of B' })],
  facts: [makeFact({ id: 'f1', statement: 'B says this.' })],
});

describe('a pack of chosen entities', () => {
  test('has their facts, sources, and the conflicts among these; whom facts name besides is known and not marked', () => {
    const pack = extract([partOf(A, 'acme')]);
    expect(pack.facts.map(({ id }) => id)).toEqual(['f1', 'f2']);
    expect(pack.sources.map(({ id }) => id)).toEqual(['s1']);
    expect(pack.conflicts).toMatchObject([{ id: 'c1', facts: ['f1', 'f2'], entities: ['zed'] }]);
    expect(pack.entities.find(({ id }) => id === 'hank')).toEqual({
      ...{ id: 'hank', name: 'Name hank', type: 'company', aliases: [], highlight: false, sameAs: ['a/hank'] },
    });
  });

  test('says whose work it is, and under which licences', () => {
    expect(extract([partOf(A, 'acme')]).header).toMatchObject({ license: 'CC-BY-4.0', publisher: { name: 'You' } });
    const { license, description } = extract([partOf(A, 'acme'), partOf(B, 'acme')]).header;
    expect(license).toBe('CC-BY-4.0 (Pack a); CC0-1.0 (Pack b)');
    expect(description).toBe('Pack a, version 1: Anna, CC-BY-4.0; Pack b, version 1: Tests, CC0-1.0');
  });

  test('keeps apart what two packs call by one id', () => {
    const pack = extract([partOf(A, 'acme'), partOf(B, 'acme')]);
    expect(pack.entities.map(({ id, sameAs }) => [id, sameAs?.[0]]).slice(0, 2)).toEqual([
      ['acme', 'a/acme'],
      ['acme-2', 'b/acme'],
    ]);
    expect(pack.facts.find(({ statement }) => statement === 'B says this.')).toMatchObject({
      ...{ id: 'f1-2', subjects: ['acme-2'], references: [{ source: 's1-2' }] },
    });
  });

  test('makes one of the records of one entity, with the names of all', () => {
    const pack = extract([partOf(A, 'acme'), partOf(B, 'acme')], { 'b/acme': 'a/acme' });
    const [acme] = pack.entities;
    expect(acme).toMatchObject({ id: 'acme', name: 'Name acme', sameAs: ['a/acme', 'b/acme'] });
    expect(acme?.aliases.map(({ text }) => text)).toContain('Acme of B');
    expect(pack.facts.every(({ subjects }) => subjects[0] === 'acme')).toBe(true);
  });

  test('drops an alias whose needed entity is not in it', () => {
    const alone = { ...partOf(A, 'acme'), others: A.entities.filter(({ id }) => id !== 'zed'), conflicts: [] };
    expect(extract([alone]).entities[0]?.aliases.map(({ text }) => text)).toEqual(['Ac']);
  });

  test('is a sound pack whatever is chosen', () => {
    const all = [...A.entities.map(({ id }) => partOf(A, id)), partOf(B, 'acme')];
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1 }), fc.boolean(), (parts, isJoined) => {
        const pack = extract(parts, isJoined ? { 'b/acme': 'a/acme' } : {});
        expect(pack.facts.length).toBeGreaterThan(0);
      }),
    );
  });
});
