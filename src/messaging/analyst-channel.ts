import type { Analyst, SentenceAnalysis, SentenceQuestion } from '../core/linking/analyzer.ts';

/** A request to the analyst's worker: sentences to tag, words to look up. The answer has the same number. */
export type AnalystRequest = {
  readonly id: number;
  readonly questions: readonly SentenceQuestion[];
  readonly words: readonly string[];
};
export type AnalystAnswer = {
  readonly id: number;
  readonly analyses: readonly SentenceAnalysis[];
  /** Those of the words that are ordinary ones. */
  readonly ordinary: readonly string[];
};

/** The worker's file, made by the entry point of that name. */
export const ANALYST_WORKER = '/analyst-worker.js';

/** Asks a worker. The worker is started at the first question and kept as long as this context lives. */
export function createAnalystChannel(start: () => Worker): Analyst {
  const waiting = new Map<number, PromiseWithResolvers<AnalystAnswer>>();
  let worker: Worker | null = null;
  let lastId = 0;
  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<AnalystAnswer>) => {
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    });
    started.addEventListener('error', (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message || 'The analyst failed.'));
      waiting.clear();
      started.terminate();
      worker = null;
    });
    worker = started;
    return started;
  };
  const ask = (request: Omit<AnalystRequest, 'id'>): Promise<AnalystAnswer> => {
    const id = ++lastId;
    const answer = Promise.withResolvers<AnalystAnswer>();
    waiting.set(id, answer);
    running().postMessage({ id, ...request } satisfies AnalystRequest);
    return answer.promise;
  };
  return {
    analyze: async (questions) => (await ask({ questions, words: [] })).analyses,
    rest() {
      if (waiting.size === 0) {
        worker?.terminate();
        worker = null;
      }
      return Promise.resolve();
    },
    findOrdinaryWords: async (words) => (await ask({ questions: [], words })).ordinary,
  };
}
