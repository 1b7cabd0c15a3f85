import MiniSearch from 'minisearch';
import { annotateTexts } from '../../src/cli/annotate-text.ts';
import { analyst } from '../../src/cli/compromise.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from '../../src/cli/load-packs.ts';
import { rankFacts } from '../../src/core/card/rank-facts.ts';
import type { Fact } from '../../src/core/model/fact.ts';
import { sentenceAround } from '../../src/core/text/sentence-window.ts';
import { readSeedDocuments } from '../fixtures/seed-documents.ts';
import { printTable, rewriteReadme } from './report.ts';

/** Of a card with fewer facts most are seen anyway. */
const MIN_FACTS = 6;

/** A fact, the sentence it was drawn from, and what the card of its entity has to choose from. */
type Question = {
  readonly fact: Fact;
  readonly facts: readonly Fact[];
  readonly sentence: string;
  readonly entities: readonly string[];
};

/** For each sentence from which a fact was drawn: how far up it stands on the card made for that sentence. */
export async function scoreRanking(write: boolean): Promise<void> {
  const questions = await readQuestions();
  const bm25 = ({ facts, sentence }: Question): Fact[] => {
    const index = new MiniSearch<Fact>({ fields: ['statement', 'kind'] });
    index.addAll(facts);
    const found = new Map(index.search(sentence).map(({ id }, position) => [String(id), position]));
    const last = facts.length;
    return rankFacts(facts).toSorted((a, b) => (found.get(a.id) ?? last) - (found.get(b.id) ?? last));
  };
  const orders: readonly (readonly [string, (question: Question) => readonly Fact[]])[] = [
    ['Sidelight', ({ facts, ...reading }) => rankFacts(facts, { ...reading, articleDate: null })],
    ['BM25 (minisearch)', bm25],
    ['by salience alone', ({ facts }) => rankFacts(facts)],
  ];
  const rows = orders.map(([name, order]) => {
    const ranks = questions.map((question) => 1 + order(question).findIndex(({ id }) => id === question.fact.id));
    return [name, ...measure(ranks)];
  });
  rows.push(['the best possible', ...measure(bestRanks(questions))]);
  const table = printTable([
    [`${questions.length} sentences`, 'mean reciprocal rank', 'among the first 3', 'first'],
    ...rows,
  ]);
  process.stdout.write(table);
  if (write) rewriteReadme('score-ranking', table);
}

function measure(ranks: readonly number[]): string[] {
  const mean = (value: (rank: number) => number): string =>
    (ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length).toFixed(3);
  return [mean((rank) => 1 / rank), mean((rank) => Number(rank <= 3)), mean((rank) => Number(rank === 1))];
}

/** Several facts may be drawn from one sentence, and only one of them can be first. */
function bestRanks(questions: readonly Question[]): number[] {
  const groups = Map.groupBy(questions, ({ facts, sentence }) => `${facts[0]?.id} ${facts.length} ${sentence}`);
  return [...groups.values()].flatMap((group) => group.map((_, position) => position + 1));
}

async function readQuestions(): Promise<Question[]> {
  const [pack] = loadPacks([DEFAULT_PACK]);
  if (pack === undefined) throw new Error('the default pack is empty');
  const documents = readSeedDocuments();
  const watchList = await watchListOf([pack], analyst.findOrdinaryWords);
  const questions: Question[] = [];
  for (const entity of pack.entities) {
    const facts = pack.facts.filter(({ subjects }) => subjects.includes(entity.id));
    if (facts.length < MIN_FACTS) continue;
    for (const fact of facts) {
      for (const { source, locator } of fact.references) {
        const [start, end] = locator?.range ?? [];
        const text = documents.get(source);
        if (text === undefined || start === undefined || end === undefined) continue;
        const { text: sentence } = sentenceAround(text, start, end);
        const mentions = await annotateTexts([sentence], watchList, analyst.analyze);
        const entities = [...new Set(mentions.map((mention) => mention.entity.id))].filter((id) => id !== entity.id);
        questions.push({ fact, facts, sentence, entities });
      }
    }
  }
  return questions;
}
