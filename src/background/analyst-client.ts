import type { Analyst } from '../core/linking/analyzer.ts';
import { ANALYST_WORKER, createAnalystChannel } from '../messaging/analyst-channel.ts';
import type { Result } from '../core/model/result.ts';
import type { MessageError } from '../messaging/envelope.ts';
import type { Send } from '../messaging/send.ts';

/** The part of Chromium's `chrome.offscreen` that is used here. */
export type OffscreenApi = {
  hasDocument(): Promise<boolean>;
  closeDocument(): Promise<void>;
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
};

const HOST_PAGE = 'analyst.html';

/** The analyst of this browser: behind an offscreen document in Chromium, a worker of the event page in Firefox. */
export const createAnalystClient = (offscreen: OffscreenApi | undefined, send: Send): Analyst =>
  offscreen === undefined ? createAnalystChannel(() => new Worker(ANALYST_WORKER)) : throughOffscreen(offscreen, send);

function throughOffscreen(offscreen: OffscreenApi, send: Send): Analyst {
  let opening: Promise<void> | null = null;
  const open = async (): Promise<void> => {
    if (await offscreen.hasDocument()) return;
    await offscreen.createDocument({
      url: HOST_PAGE,
      reasons: ['WORKERS'],
      justification: 'Judges, in a worker, the sentences in which a followed name could also be an ordinary word.',
    });
  };
  const opened = async (): Promise<void> => {
    opening ??= open().finally(() => {
      opening = null;
    });
    await opening;
  };
  return {
    async analyze(questions) {
      await opened();
      return valueOf(await send('analyst.analyze', { questions: [...questions] }));
    },
    async findOrdinaryWords(words) {
      await opened();
      return valueOf(await send('analyst.findOrdinaryWords', { words: [...words] }));
    },
    async rest() {
      // It may have been closed by itself, which is as well.
      await offscreen.closeDocument().catch(() => {});
    },
  };
}

function valueOf<T>(answer: Result<T, MessageError>): T {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}
