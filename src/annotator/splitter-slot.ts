import type { SentenceSplitter } from '../core/text/sentence-window.ts';

/**
 * Where the splitter script leaves its function for the annotator. Both are content scripts of one isolated world, whose
 * global the page cannot see.
 */
const SPLITTER = Symbol.for('sidelight.splitter');

type World = { [SPLITTER]?: SentenceSplitter };

export const offerSplitter = (split: SentenceSplitter): void => {
  (globalThis as World)[SPLITTER] = split;
};

export const takeSplitter = (): SentenceSplitter | null => (globalThis as World)[SPLITTER] ?? null;
