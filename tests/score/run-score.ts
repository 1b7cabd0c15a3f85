import { parseArgs } from 'node:util';
import { analyst } from '../../src/cli/compromise.ts';
import { DEFAULT_PACK, loadPacks } from '../../src/cli/load-packs.ts';
import { ABLATIONS, namesOnly, type Ablation } from './ablations.ts';
import { createThreeLayerAnalyst } from './three-layers.ts';
import { readCorpus, type GoldMention, type Passage } from './corpus.ts';
import { addTallies, EMPTY_TALLY, f1, precision, recall, tally, type Tally } from './measure.ts';
import { scoreRanking } from './run-ranking.ts';
import { printTable, rewriteReadme } from './report.ts';
import {
  createCompromiseLookup,
  createExactSearch,
  createFlashText,
  createOurs,
  createWink,
  namesOf,
  type NameSpotter,
} from './spotters.ts';

const { values, positionals } = parseArgs({
  options: { errors: { type: 'string' }, write: { type: 'boolean' } },
  allowPositionals: true,
});
const [pack] = loadPacks([DEFAULT_PACK]);
if (pack === undefined) throw new Error('the default pack is empty');
// Names that a pack knows but never has marked help to judge others; nobody is to see them.
const unmarked = new Set(pack.entities.filter((entity) => entity.highlight === false).map((entity) => entity.id));
const isMarked = ({ entity }: GoldMention): boolean => !unmarked.has(entity);
const corpus = readCorpus().map((passage) => ({ ...passage, gold: passage.gold.filter(isMarked) }));

/** Negative passages that are not clean. */
type Scored = { readonly counts: Tally; readonly dirty: number };

async function score(spot: NameSpotter, passages: readonly Passage[]): Promise<Scored> {
  let counts = EMPTY_TALLY;
  let dirty = 0;
  for (const passage of passages) {
    const found = (await spot(passage.text)).filter(isMarked);
    const own = tally(passage, found);
    counts = addTallies(counts, own);
    if (passage.gold.length === 0 && own.wrong > 0) dirty++;
    if (values.errors !== undefined) printErrors(passage, found);
  }
  return { counts, dirty };
}

function printErrors(passage: Passage, found: readonly GoldMention[]): void {
  const keyOf = ({ start, end, entity }: GoldMention): string => `${start} ${end} ${entity}`;
  const [gold, marked] = [new Set(passage.gold.map(keyOf)), new Set(found.map(keyOf))];
  const show = (kind: string, mention: GoldMention): void => {
    const { start, end, entity } = mention;
    const [before, after] = [passage.text.slice(Math.max(0, start - 40), start), passage.text.slice(end, end + 40)];
    const shown = `${before}[${passage.text.slice(start, end)}]${after}`.replaceAll('\n', '⏎');
    process.stdout.write(`${passage.part}/${passage.id} ${kind} ${entity}: ${shown}\n`);
  };
  for (const mention of found) if (!gold.has(keyOf(mention))) show('WRONG ', mention);
  for (const mention of passage.gold) if (!marked.has(keyOf(mention))) show('MISSED', mention);
}

const rowOf = (name: string, { counts, dirty }: Scored): string[] => [
  name,
  precision(counts).toFixed(3),
  recall(counts).toFixed(3),
  f1(counts).toFixed(3),
  String(dirty),
];

const groupOf = ({ part, kind, lang }: Passage): string =>
  part === 'held-out' ? `held out: ${kind}` : lang === 'en' ? `English: ${kind}` : `${lang}: ${kind}`;

const HEAD = ['', 'precision', 'recall', 'F1', 'unclean negatives'];

async function report(write: boolean): Promise<void> {
  if (pack === undefined) return;
  const [names, bare] = [namesOf(pack), namesOnly(pack)];
  const spotters: readonly (readonly [string, NameSpotter])[] = [
    ['Sidelight (compromise/two)', await createOurs(pack)],
    ['Sidelight with compromise/three', await createOurs(pack, createThreeLayerAnalyst())],
    ['Sidelight without compromise', await createOurs(pack, null)],
    ['exact search, whole words', createExactSearch(names)],
    ['FlashText (flashtext.js)', createFlashText(names)],
    ['compromise lookup', createCompromiseLookup(names)],
    ['wink-nlp custom entities', createWink(names)],
    ['Sidelight, names only', await createOurs(bare)],
    ['exact search, names only', createExactSearch(namesOf(bare))],
  ];
  const whole: string[][] = [HEAD];
  for (const [name, spot] of spotters) whole.push(rowOf(name, await score(spot, corpus)));

  const kinds: string[][] = [['kind', 'passages', 'mentions', 'precision', 'recall', 'unclean negatives']];
  for (const [kind, passages] of Map.groupBy(corpus, groupOf)) {
    const { counts, dirty } = await score(await createOurs(pack), passages);
    const mentions = String(counts.right + counts.missed);
    kinds.push([
      kind,
      String(passages.length),
      mentions,
      precision(counts).toFixed(3),
      recall(counts).toFixed(3),
      String(dirty),
    ]);
  }

  const ablations: string[][] = [['without', 'F1', 'unclean', 'F1, names only', 'unclean, names only']];
  const scoreBoth = async (name: string, ablation: Pick<Ablation, 'weights' | 'change'>): Promise<string[]> => {
    const row = [name];
    for (const base of [pack, bare]) {
      const { counts, dirty } = await score(
        await createOurs(ablation.change(base), analyst.analyze, ablation.weights),
        corpus,
      );
      row.push(f1(counts).toFixed(3), String(dirty));
    }
    return row;
  };
  for (const ablation of ABLATIONS) ablations.push(await scoreBoth(ablation.without, ablation));

  const tables = [whole, kinds, ablations].map(printTable);
  process.stdout.write(tables.join('\n'));
  if (write) rewriteReadme('score', tables.join('\n'));
}

if (positionals[0] === 'ranking') await scoreRanking(values.write === true);
else if (values.errors === undefined) await report(values.write === true);
else {
  const passages = corpus.filter(({ part }) => values.errors === 'all' || part === values.errors);
  process.stdout.write(printTable([HEAD, rowOf('ours', await score(await createOurs(pack), passages))]));
}
