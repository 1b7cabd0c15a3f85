import { err, ok, type Result } from '../core/model/result.ts';
import type { Messages, MessageType } from './contract.ts';
import type { Answer, MessageError } from './envelope.ts';

/** Puts an envelope on its way and resolves to the raw answer. */
export type Transport = (envelope: { type: string; params: unknown }) => Promise<unknown>;

/** No honest request takes longer, except imports, which ask for more. */
const TIMEOUT_MS = 20_000;

export type Send = <T extends MessageType>(
  type: T,
  params: Messages['params'][T],
  timeoutMs?: number,
) => Promise<Result<Messages['results'][T], MessageError>>;

/**
 * A typed sender over any transport. Never throws: a missing listener, a worker that died on the way, a time-out and an
 * extension that was updated under a living page all come back as errors with a code.
 */
export const createSend =
  (transport: Transport): Send =>
  async <T extends MessageType>(type: T, params: Messages['params'][T], timeoutMs = TIMEOUT_MS) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<Answer<never>>((resolve) => {
      const late = { code: 'timed-out' as const, message: 'The extension did not answer in time.' };
      timer = setTimeout(() => resolve(err(late)), timeoutMs);
    });
    try {
      // Called inside `try`: an orphaned content script throws synchronously here ("Extension context invalidated").
      const answer = await Promise.race([transport({ type, params }), timeout]);
      return readAnswer<Messages['results'][T]>(answer);
    } catch (error) {
      return err(explain(error));
    } finally {
      clearTimeout(timer);
    }
  };

/** The other side is this extension too, so the shape of a value is trusted once the envelope is ours. */
function readAnswer<T>(answer: unknown): Result<T, MessageError> {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) {
    const envelope = answer as Answer<T>;
    return envelope.ok ? ok(envelope.value) : err(envelope.error);
  }
  return err({ code: 'unreachable', message: 'Nothing in the extension answered.' });
}

function explain(error: unknown): MessageError {
  const message = error instanceof Error ? error.message : String(error);
  const orphaned = /context invalidated|extension context|disconnected/i.test(message);
  return { code: orphaned ? 'orphaned' : 'unreachable', message };
}
