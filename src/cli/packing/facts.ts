import { viewFact } from '../../core/card/card-view.ts';
import { rankFacts } from '../../core/card/rank-facts.ts';
import type { Entity } from '../../core/model/entity.ts';
import type { FactPack } from '../../core/model/fact-pack.ts';
import { trackedAliases } from '../../core/packs/tracked-aliases.ts';
import { normalizeText } from '../../core/text/normalize.ts';
import { DEFAULT_PACK, loadPack } from '../load-packs.ts';
import { printFact } from '../print-mentions.ts';
import { parseOptions, print, takeOperands, type PackCommand } from './pack-command.ts';

export const facts: PackCommand = {
  usage: ['facts [--pack FILE] ENTITY'],
  purpose: 'the facts about an entity (its id, name or an alias)',
  run(args) {
    const { values, positionals } = parseOptions(args, { pack: { type: 'string' } });
    const [wanted] = takeOperands(positionals, 'ENTITY');
    const pack = loadPack(values.pack ?? DEFAULT_PACK);
    const entity = findEntity(pack, wanted);
    if (entity !== undefined) return print(printEntity(pack, entity));
    process.stderr.write(`No entity "${wanted}" in ${pack.header.id}.\n`);
    return 1;
  },
};

function findEntity(pack: FactPack, wanted: string): Entity | undefined {
  const byId = pack.entities.find((entity) => entity.id === wanted);
  if (byId !== undefined) return byId;
  const folded = normalizeText(wanted).folded;
  return pack.entities.find((entity) =>
    trackedAliases(pack.header.id, entity).some(({ alias }) => normalizeText(alias.text).folded === folded),
  );
}

function printEntity(pack: FactPack, entity: Entity): string {
  const { id, title, version } = pack.header;
  const material = { ...pack, pack: { id, title, version }, entity, others: [] };
  const ranked = rankFacts(pack.facts.filter((fact) => fact.subjects.includes(entity.id)));
  const head = `${entity.name} (${entity.id}, ${entity.type}): ${entity.description ?? ''}`;
  if (ranked.length === 0) return `${head}\n  No facts. ${entity.noFacts ?? ''}`;
  return [head, ...ranked.map((fact) => printFact(viewFact(fact, material)))].join('\n');
}
