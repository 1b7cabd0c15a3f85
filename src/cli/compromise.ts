import { createRequire } from 'node:module';
import type Two from 'compromise/two';
import type { Analyst } from '../core/linking/analyzer.ts';
import { createWordReader, createSentenceAnalyst } from '../nlp/compromise-analyzer.ts';

// `require` gets the built single file; `import` would read compromise's 450 sources (730 ms instead of 130).
const require = createRequire(import.meta.url);

const loadAnalyst = (() => {
  let loaded:
    | { analyze: ReturnType<typeof createSentenceAnalyst>; readOtherwise: ReturnType<typeof createWordReader> }
    | undefined;
  return () => {
    if (loaded !== undefined) return loaded;
    const two = require('compromise/two') as typeof Two;
    loaded = { analyze: createSentenceAnalyst(two), readOtherwise: createWordReader(two) };
    return loaded;
  };
})();

/** The analyst in this process, loaded when it is first asked. */
export const analyst: Analyst = {
  analyze: (questions) => Promise.resolve(questions.map(loadAnalyst().analyze)),
  rest: () => Promise.resolve(),
  findOrdinaryWords: (words) => Promise.resolve(words.filter((word) => loadAnalyst().readOtherwise(word) !== null)),
};
