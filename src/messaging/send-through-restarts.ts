import type { Result } from '../core/model/result.ts';
import type { Messages, MessageType } from './contract.ts';
import type { MessageError } from './envelope.ts';
import type { Send } from './send.ts';

/** An import may take minutes; whoever asked waits as long as its page lives. */
const LIMIT_MS = 30 * 60 * 1000;
const MAX_RESTARTS = 20;
const RESTART_WAIT_MS = 500;

/**
 * Sends a request for work that survives the background: one that was killed in the middle is started again by the next
 * message, and goes on.
 */
export async function sendThroughRestarts<T extends MessageType>(
  send: Send,
  type: T,
  params: Messages['params'][T],
): Promise<Result<Messages['results'][T], MessageError>> {
  for (let restarts = 0; ; restarts++) {
    const answer = await send(type, params, LIMIT_MS);
    if (answer.ok || answer.error.code !== 'unreachable' || restarts >= MAX_RESTARTS) return answer;
    await new Promise((resolve) => void setTimeout(resolve, RESTART_WAIT_MS));
  }
}
