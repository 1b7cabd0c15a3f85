import type { Fact } from '../model/fact.ts';
import { measureOf } from '../model/fact-measure.ts';
import { contentWords } from './content-words.ts';
import { readFigures } from './figures.ts';

/** What is being read when facts are asked for. */
export type ReadingContext = {
  /** The sentence in which the name stands. */
  readonly sentence: string;
  /** Ids of the other entities of the pack that stand in it. */
  readonly entities: readonly string[];
  /** Date of the article as precise as known (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); null if unknown. */
  readonly articleDate: string | null;
};

/**
 * What each sign of relevance is worth, in units of one rare word. Found by trying each alone and together on the sentences
 * of the five documents (`npm run score -- ranking`); the outcome moves little with any of them.
 */
const WEIGHTS = {
  /** A fact all of whose words stand in the sentence, on top of the words themselves. */
  coverage: 16,
  /** Two words side by side in both. */
  pair: 2,
  /** A word that only begins alike: "invest", "investor". */
  beginning: 0.5,
  figure: 2.5,
  year: 2,
  entity: 1.5,
  /** An entity of the fact that the sentence does not name. */
  absentEntity: -0.5,
  salience: 0.25,
  closeness: 0.1,
  /** What is said to be coming, and what somebody thinks, against what is or was. */
  forecast: -0.1,
  opinion: -0.2,
  /** A fact that needs care: suspect, stale, damaged, vague, promotional. */
  unsound: -0.3,
};

/** Letters that must agree for two stems to begin alike. */
const BEGINNING = 5;
/** Keeps facts of one or two words from being "covered" by chance. */
const COVERAGE_SMOOTHING = 2;

/** Makes the measure of how much each of some facts has to do with what is being read. The sentence is taken apart once. */
export function createRelevance(facts: readonly Fact[], reading: ReadingContext): (fact: Fact) => number {
  const words = new Map(facts.map((fact) => [fact, contentWords(`${fact.statement} ${fact.kind}`)]));
  const rarity = createRarity([...words.values()]);
  const asked = contentWords(reading.sentence);
  const figures = new Set(readFigures(reading.sentence));
  const entities = new Set(reading.entities);
  const standing = new Set(asked);
  const beginnings = new Set(asked.filter((word) => word.length >= BEGINNING).map((word) => word.slice(0, BEGINNING)));
  const pairs = new Set(pairsOf(asked));
  const presence = (word: string): number => {
    if (standing.has(word)) return 1;
    return beginnings.has(word.slice(0, BEGINNING)) ? WEIGHTS.beginning : 0;
  };

  return (fact) => {
    const own = words.get(fact) ?? [];
    let shared = 0;
    let all = COVERAGE_SMOOTHING;
    for (const word of new Set(own)) {
      shared += presence(word) * rarity(word);
      all += rarity(word);
    }
    let score = shared + (WEIGHTS.coverage * shared) / all;
    score += WEIGHTS.pair * pairsOf(own).filter((pair) => pairs.has(pair)).length;
    for (const figure of figuresOf(fact))
      if (figures.has(figure)) score += isYear(figure) ? WEIGHTS.year : WEIGHTS.figure;
    for (const subject of fact.subjects) score += entities.has(subject) ? WEIGHTS.entity : WEIGHTS.absentEntity;
    const date = fact.asOf.basis === 'unknown' ? null : fact.asOf.date;
    return score + worthOf(fact) + WEIGHTS.closeness * closeness(date, reading.articleDate);
  };
}

/** What speaks for a fact whatever is being read. */
function worthOf({ salience, certainty, quality }: Fact): number {
  const kind = certainty === 'forecast' ? WEIGHTS.forecast : certainty === 'opinion' ? WEIGHTS.opinion : 0;
  return WEIGHTS.salience * salience + kind + (quality === 'ok' ? 0 : WEIGHTS.unsound);
}

/** How rare a word is among texts, as Okapi BM25 weighs it (Robertson and Zaragoza 2009). */
function createRarity(texts: readonly (readonly string[])[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => {
    const holding = counts.get(word) ?? 0;
    return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
  };
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, position) => `${words[position]} ${word}`);

function figuresOf(fact: Fact): Set<number> {
  const measure = measureOf(fact);
  const typed = measure === null ? [] : [measure.number];
  return new Set([...readFigures(fact.statement), ...typed]);
}

const isYear = (figure: number): boolean => Number.isInteger(figure) && figure >= 1900 && figure <= 2100;

/** 1 for a fact of the article's own year, less with every year between; 0 where a date is missing. */
function closeness(date: string | null, articleDate: string | null): number {
  if (date === null || articleDate === null) return 0;
  return 1 / (1 + Math.abs(Number(date.slice(0, 4)) - Number(articleDate.slice(0, 4))));
}
