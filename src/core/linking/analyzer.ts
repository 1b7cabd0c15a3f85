/** One term of a tagged sentence. Offsets are UTF-16 code units of the sentence, end exclusive. */
export type TaggedTerm = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Tags of compromise, such as `Verb`, `Noun`, `ProperNoun`, `Value`. */
  readonly tags: readonly string[];
  /** What else the word is to a lexicon; absent where it is nothing else. */
  readonly reading?: OtherReading;
};

/** What a name of one word may be besides: a common noun (Time), another ordinary word (Medium), a first name (Alexa). */
export type OtherReading = 'common-noun' | 'ordinary' | 'given-name';

export type SentenceAnalysis = { readonly terms: readonly TaggedTerm[] };

/** A sentence to tag, on the assumption that `name` (one word of it) is a name: shows whether the words around agree. */
export type SentenceQuestion = { readonly sentence: string; readonly name: string };

/** Tags sentences, off the page's thread. The order of the answers is that of the questions. */
export type SentenceAnalyzer = (questions: readonly SentenceQuestion[]) => Promise<readonly SentenceAnalysis[]>;

/** Of some words in lower case, those that a lexicon knows in an {@link OtherReading}. */
export type OrdinaryWordFinder = (words: readonly string[]) => Promise<readonly string[]>;

/** What needs the tagger and its lexicon, and therefore runs off the page. */
export type Analyst = {
  readonly analyze: SentenceAnalyzer;
  readonly findOrdinaryWords: OrdinaryWordFinder;
  /** Gives the memory back where nothing is being asked; the next question starts it again. */
  rest(): Promise<void>;
};

/** One string for a question, usable as a map key. A name holds no line break. */
export const questionKey = (question: SentenceQuestion): string => `${question.name}\n${question.sentence}`;
