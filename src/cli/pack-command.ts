import { parseArgs } from 'node:util';
import { viewFact } from '../core/card/card-view.ts';
import { rankFacts } from '../core/card/rank-facts.ts';
import type { Entity } from '../core/model/entity.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import { applyPatch, formatPack, recordsOf } from '../core/packs/apply-patch.ts';
import { diffPacks } from '../core/packs/diff-packs.ts';
import { formatPatch, makePatch } from '../core/packs/pack-patch.ts';
import { trackedAliases } from '../core/packs/tracked-aliases.ts';
import { normalizeText } from '../core/text/normalize.ts';
import { DEFAULT_PACK, loadPacks, loadPatch, PackFileError } from './load-packs.ts';
import { countPack, printStats } from './pack-stats.ts';
import { printDiff } from './print-diff.ts';
import { printFact } from './print-mentions.ts';

const USAGE = `Usage: pack lint FILE…                   check pack files
       pack stats [--json] [FILE]         what a pack holds
       pack facts [--pack FILE] ENTITY    the facts about an entity (its id, name or an alias)
       pack diff [--json] OLD NEW         what changed between two versions
       pack patch OLD NEW                 what turns one into the other, for subscribers (prints it)
       pack apply PACK PATCH              the pack that a patch makes of another (prints it)`;

/** The `pack` command, for authors of packs. Resolves to the exit status. */
export async function pack(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean' }, pack: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [command, ...operands] = positionals;
  const write = (text: string): number => (process.stdout.write(`${text}\n`), 0);
  switch (command ?? 'help') {
    case 'lint': {
      if (operands.length === 0) break;
      for (const loaded of loadPacks(operands)) write(`${loaded.header.id} version ${loaded.header.version}: sound`);
      return 0;
    }
    case 'stats': {
      const [loaded] = loadPacks([operands[0] ?? DEFAULT_PACK]);
      if (loaded === undefined) break;
      return write(values.json === true ? JSON.stringify(countPack(loaded), null, 2) : printStats(loaded));
    }
    case 'facts': {
      const [loaded] = loadPacks([values.pack ?? DEFAULT_PACK]);
      if (loaded === undefined || operands.length !== 1) break;
      const entity = findEntity(loaded, operands[0] ?? '');
      if (entity === undefined) {
        process.stderr.write(`No entity "${operands[0]}" in ${loaded.header.id}.\n`);
        return 1;
      }
      return write(printEntity(loaded, entity));
    }
    case 'diff':
    case 'patch': {
      const [before, after] = loadPacks(operands.slice(0, 2));
      if (before === undefined || after === undefined) break;
      const diff = diffPacks(before, after);
      if (command === 'patch') return write(formatPatch(makePatch(before, after, diff)).trimEnd());
      return write(values.json === true ? JSON.stringify(diff, null, 2) : printDiff(before, after, diff));
    }
    case 'apply': {
      const [base] = loadPacks(operands.slice(0, 1));
      const file = operands[1];
      if (base === undefined || file === undefined) break;
      const applied = applyPatch(base, loadPatch(file));
      if (applied.ok) return write(formatPack(applied.value.header, recordsOf(applied.value)).trimEnd());
      throw new PackFileError(applied.error.map(({ message }) => `${file}: ${message}`).join('\n'));
    }
    default:
  }
  process.stderr.write(`${USAGE}\n`);
  return values.help === true ? 0 : 2;
}

function findEntity(loaded: FactPack, wanted: string): Entity | undefined {
  const byId = loaded.entities.find((entity) => entity.id === wanted);
  if (byId !== undefined) return byId;
  const folded = normalizeText(wanted).folded;
  return loaded.entities.find((entity) =>
    trackedAliases(loaded.header.id, entity).some(({ alias }) => normalizeText(alias.text).folded === folded),
  );
}

function printEntity(loaded: FactPack, entity: Entity): string {
  const { id, title, version } = loaded.header;
  const material = { ...loaded, pack: { id, title, version }, entity, others: [] };
  const facts = rankFacts(loaded.facts.filter((fact) => fact.subjects.includes(entity.id)));
  const head = `${entity.name} (${entity.id}, ${entity.type}): ${entity.description ?? ''}`;
  if (facts.length === 0) return `${head}\n  No facts. ${entity.noFacts ?? ''}`;
  return [head, ...facts.map((fact) => printFact(viewFact(fact, material)))].join('\n');
}
