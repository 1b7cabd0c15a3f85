import two from 'compromise/two';
import { createWordReader, createSentenceAnalyst } from './compromise-analyzer.ts';

/** The analyst with compromise bundled in: for the worker. */
export const analyzeSentence = createSentenceAnalyst(two);
export const readOtherwise = createWordReader(two);
