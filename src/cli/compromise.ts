import { createRequire } from 'node:module';
import type One from 'compromise/one';
import type Three from 'compromise/three';
import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import { createSentenceAnalyst } from '../nlp/compromise-analyzer.ts';
import { createSentenceSplitter } from '../nlp/compromise-splitter.ts';

// `require` gets the built single file; `import` would read compromise's 450 sources (730 ms instead of 130).
const require = createRequire(import.meta.url);

export const splitSentences = createSentenceSplitter(require('compromise/one') as typeof One);

let analyst: ReturnType<typeof createSentenceAnalyst> | null = null;

/** The analyst in this process, loaded when the first name has to be judged. */
export const analyzeSentences: SentenceAnalyzer = (questions) => {
  analyst ??= createSentenceAnalyst(require('compromise/three') as typeof Three);
  return Promise.resolve(questions.map(analyst));
};
