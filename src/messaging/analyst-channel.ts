import type { SentenceAnalysis, SentenceQuestion } from '../core/linking/analyzer.ts';

/** A request to the analyst's worker, and its answer, told apart by number. */
export type AnalystRequest = { readonly id: number; readonly questions: readonly SentenceQuestion[] };
export type AnalystAnswer = { readonly id: number; readonly analyses: readonly SentenceAnalysis[] };

/** The worker's file, made by the entry point of that name. */
export const ANALYST_WORKER = '/analyst-worker.js';

/** Asks a worker. The worker is started at the first question and kept as long as this context lives. */
export function createAnalystChannel(
  start: () => Worker,
): (questions: readonly SentenceQuestion[]) => Promise<readonly SentenceAnalysis[]> {
  const waiting = new Map<number, PromiseWithResolvers<readonly SentenceAnalysis[]>>();
  let worker: Worker | null = null;
  let lastId = 0;
  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener('message', ({ data }: MessageEvent<AnalystAnswer>) => {
      waiting.get(data.id)?.resolve(data.analyses);
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
  return (questions) => {
    const id = ++lastId;
    const answer = Promise.withResolvers<readonly SentenceAnalysis[]>();
    waiting.set(id, answer);
    const request: AnalystRequest = { id, questions };
    running().postMessage(request);
    return answer.promise;
  };
}
