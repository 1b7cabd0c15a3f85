import three from 'compromise/three';
import { createSentenceAnalyst } from './compromise-analyzer.ts';

/** The analyst with compromise bundled in: for the worker. */
export const analyzeSentence = createSentenceAnalyst(three);
