import type { AnalystAnswer, AnalystRequest } from '../messaging/analyst-channel.ts';
import { analyzeSentence, readOtherwise } from '../nlp/analyst.ts';

/** The part of a worker's global that is used here. */
type WorkerScope = {
  addEventListener(type: 'message', listener: (event: MessageEvent<AnalystRequest>) => void): void;
  postMessage(message: AnalystAnswer): void;
};

/** The analyst: compromise with its tagger, in a worker of its own, so that neither a page nor a card ever waits for it. */
export function startAnalystWorker(scope: WorkerScope): void {
  scope.addEventListener('message', ({ data: { id, questions, words } }) => {
    scope.postMessage({
      id,
      analyses: questions.map(analyzeSentence),
      ordinary: words.filter((word) => readOtherwise(word) !== null),
    });
  });
}
