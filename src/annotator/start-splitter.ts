import { splitSentences } from '../nlp/splitter.ts';
import { offerSplitter } from './splitter-slot.ts';

/** Puts compromise's sentence splitter beside the annotator: a script of its own, since most pages have nothing to ask. */
export const startSplitter = (): void => offerSplitter(splitSentences);
