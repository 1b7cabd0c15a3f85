import { createRequire } from 'node:module';
import type Two from 'compromise/two';
import type { SentenceAnalyzer } from '../../src/core/linking/analyzer.ts';
import { createSentenceAnalyst } from '../../src/nlp/compromise-analyzer.ts';

/** The analyst on all three layers of compromise, the third of which knows phrases. */
export function createThreeLayerAnalyst(): SentenceAnalyzer {
  const analyze = createSentenceAnalyst(createRequire(import.meta.url)('compromise/three') as typeof Two);
  return (questions) => Promise.resolve(questions.map(analyze));
}
