import type { MessageError } from './envelope.ts';
import type { Send } from './send.ts';

/** Waits before a question is put again. A background that was being stopped is up again within the first. */
const WAITS_MS = [250, 1000, 4000, 15_000];

/** What may have passed by the next time; a request that was refused or malformed would be again. */
const PASSING = new Set<MessageError['code']>(['unreachable', 'timed-out', 'failed']);

/**
 * A sender that puts a question again a few times if nobody answered it: a background may be stopped between any two messages,
 * and a page that then changes no more would go without its marks. Only for questions that do no harm when they are put twice.
 */
export const askAgain =
  (send: Send, signal: AbortSignal): Send =>
  async (type, params, timeoutMs) => {
    let answer = await send(type, params, timeoutMs);
    for (const wait of WAITS_MS) {
      if (answer.ok || signal.aborted || !PASSING.has(answer.error.code)) break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (signal.aborted) break;
      answer = await send(type, params, timeoutMs);
    }
    return answer;
  };
