import three from 'compromise/three';
import { createWordReader, createSentenceAnalyst } from './compromise-analyzer.ts';

/** The analyst with compromise bundled in: for the worker. */
export const analyzeSentence = createSentenceAnalyst(three);
export const readOtherwise = createWordReader(three);
