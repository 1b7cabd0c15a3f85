import type Two from 'compromise/two';
import type { OtherReading, SentenceAnalysis, SentenceQuestion, TaggedTerm } from '../core/linking/analyzer.ts';
import { otherReading } from '../core/linking/judge-sentence.ts';

type CompromiseTerm = {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number; readonly length: number };
};

type Lexicon = Record<string, string | readonly string[]>;

/** compromise types its model as `object`; the two fields read here are documented and stable since version 14. */
type LexiconModel = {
  readonly lexicon: Lexicon;
  readonly tagSet: Readonly<Record<string, { readonly parents?: readonly string[] }>>;
};

/**
 * Makes the analyst of compromise's second layer, the tagger (0.5 ms a sentence once warm, 150 ms to load: never on a page's
 * thread). The third adds phrases, dates and money, and no verdict here depends on them (`npm run score`).
 *
 * Each sentence is tagged with its name taken for an organisation. Without that hint the tagger reads "MOST released
 * guidelines" as an adverb and two adjectives; with it "released" is a verb, and in "MOST people agree" "people" stays a noun.
 */
export function createSentenceAnalyst(nlp: typeof Two): (question: SentenceQuestion) => SentenceAnalysis {
  const { lexicon } = (nlp.model() as { one: LexiconModel }).one;
  const readOtherwise = createWordReader(nlp);

  const tag = (sentence: string): { terms: CompromiseTerm[] }[] => nlp(sentence).json({ offset: true });

  return ({ sentence, name }) => {
    const word = name.toLowerCase();
    const reading = readOtherwise(word);
    const parts = withWord(lexicon, word, 'Organization', () => tag(sentence));
    const terms = parts.flatMap((part) => part.terms).map(toTaggedTerm);
    return {
      terms: reading === null ? terms : terms.map((term) => (term.text.startsWith(name) ? { ...term, reading } : term)),
    };
  };
}

/** Looks lower-cased words up in compromise's word list. */
export function createWordReader(nlp: typeof Two): (word: string) => OtherReading | null {
  const { lexicon, tagSet } = (nlp.model() as { one: LexiconModel }).one;
  return (word) => {
    const entry = Object.hasOwn(lexicon, word) ? (lexicon[word] ?? []) : [];
    const tags = typeof entry === 'string' ? [entry] : entry;
    return otherReading(tags.flatMap((name) => [name, ...(tagSet[name]?.parents ?? [])]));
  };
}

const toTaggedTerm = ({ text, tags, offset }: CompromiseTerm): TaggedTerm => ({
  text,
  start: offset.start,
  end: offset.start + offset.length,
  tags,
});

/** Runs `read` with one word of the lexicon replaced. `nlp(text, words)` would keep the word for good. */
function withWord<T>(lexicon: Lexicon, word: string, tagName: string, read: () => T): T {
  const before = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  lexicon[word] = tagName;
  try {
    return read();
  } finally {
    if (before === undefined) delete lexicon[word];
    else lexicon[word] = before;
  }
}
