import { err } from '../core/model/result.ts';
import type { ImportOutcome } from './pack-contract.ts';
import type { Send } from './send.ts';

/** An import may take minutes; whoever asked waits as long as its page lives. */
const IMPORT_LIMIT_MS = 30 * 60 * 1000;
/** A background that was killed in the middle is started again by the next message, and goes on where it stood. */
const MAX_RESTARTS = 20;
const RESTART_WAIT_MS = 500;

/** Has the background import a file that `putAside` keeps for it. */
export async function requestImport(send: Send, putAside: () => Promise<number>): Promise<ImportOutcome> {
  const ticket = await putAside().catch(
    (error: unknown) => `${error instanceof Error ? error.message : String(error)}.`,
  );
  if (typeof ticket === 'string') return interrupted(ticket);
  for (let restarts = 0; ; restarts++) {
    const answer = await send('page.importUpload', { ticket }, IMPORT_LIMIT_MS);
    if (answer.ok) return answer.value;
    if (answer.error.code !== 'unreachable' || restarts >= MAX_RESTARTS) return interrupted(answer.error.message);
    await new Promise((resolve) => void setTimeout(resolve, RESTART_WAIT_MS));
  }
}

function interrupted(reason: string): ImportOutcome {
  const message = `The import was interrupted: ${reason} Your packs are unchanged; try again.`;
  return err([{ code: 'unreadable-file', line: 0, field: '', message }]);
}
