import { createRequire } from 'node:module';
import type Three from 'compromise/three';
import type { SentenceAnalyzer } from '../../src/core/linking/analyzer.ts';
import { createSentenceAnalyst } from '../../src/nlp/compromise-analyzer.ts';

/** The analyst on compromise's second layer, which tags but knows no phrases. */
export function createTwoLayerAnalyst(): SentenceAnalyzer {
  const analyze = createSentenceAnalyst(createRequire(import.meta.url)('compromise/two') as typeof Three);
  return (questions) => Promise.resolve(questions.map(analyze));
}
