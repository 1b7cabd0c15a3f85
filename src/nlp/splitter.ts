import one from 'compromise/one';
import { createSentenceSplitter } from './compromise-splitter.ts';

/** The splitter with compromise bundled in: for the annotator. */
export const splitSentences = createSentenceSplitter(one);
