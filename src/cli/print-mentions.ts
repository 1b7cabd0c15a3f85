import { viewEntityPage, type FactView, type ReferenceView } from '../core/card/card-view.ts';
import { entityKey } from '../core/model/mention.ts';
import type { FactPack } from '../core/model/fact-pack.ts';
import type { AsOf } from '../core/model/fact.ts';
import type { TextMention } from './annotate-text.ts';

/** Facts printed under each name. */
const FACTS_PER_NAME = 3;

/** A readable list: each name with its mentions and its first facts, sources and dates. */
export function printMentions(
  mentions: readonly TextMention[],
  texts: readonly string[],
  packs: readonly FactPack[],
): string {
  if (mentions.length === 0) return 'No followed name found.';
  const groups = Map.groupBy(mentions, (mention) => entityKey(mention.entity));
  return [...groups.values()].map((group) => printEntity(group, texts, packs)).join('\n\n');
}

function printEntity(mentions: readonly TextMention[], texts: readonly string[], packs: readonly FactPack[]): string {
  const [first] = mentions;
  const pack = packs.find((candidate) => candidate.header.id === first?.entity.pack);
  const entity = pack?.entities.find((candidate) => candidate.id === first?.entity.id);
  if (first === undefined || pack === undefined || entity === undefined) return '';
  const surfaces = [...new Set(mentions.map(({ run, start, end }) => texts[run]?.slice(start, end) ?? ''))];
  const facts = pack.facts.filter((fact) => fact.subjects.includes(entity.id));
  const { id, title, version } = pack.header;
  const page = viewEntityPage({ ...pack, pack: { id, title, version }, entity, facts, others: [] });
  const shown = page.claims.flatMap((claim) => claim.facts).slice(0, FACTS_PER_NAME);
  const head = `${entity.name} (${entity.type}) · ${mentions.length}× as ${surfaces.map((surface) => `“${surface.replace(/\s+/g, ' ')}”`).join(', ')}`;
  return [head, ...shown.map(printFact)].join('\n');
}

/** One fact with its certainty, as-of date and sources, indented. */
export function printFact(fact: FactView): string {
  const doubt = fact.quality === 'ok' ? '' : `, ${fact.quality}`;
  const sources = fact.references.map(printReference).join('; ');
  return `  – ${fact.statement}\n      ${fact.certainty}${doubt}, ${printAsOf(fact.asOf)} · ${sources}`;
}

const printAsOf = (asOf: AsOf): string => (asOf.basis === 'unknown' ? 'undated' : `as of ${asOf.date} (${asOf.basis})`);

function printReference({ source, attributedTo }: ReferenceView): string {
  const named = [source.title, source.publisher, source.issued ?? 'undated'].filter((part) => part !== '').join(', ');
  return attributedTo === null ? named : `${named}, citing ${attributedTo.publisher || attributedTo.title}`;
}
