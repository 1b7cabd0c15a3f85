import { err } from '../core/model/result.ts';
import type { ImportOutcome } from './pack-contract.ts';
import type { Send } from './send.ts';
import { sendThroughRestarts } from './send-through-restarts.ts';

/** Has the background import a file that `putAside` keeps for it. */
export async function requestImport(send: Send, putAside: () => Promise<number>): Promise<ImportOutcome> {
  const ticket = await putAside().catch(
    (error: unknown) => `${error instanceof Error ? error.message : String(error)}.`,
  );
  if (typeof ticket === 'string') return interrupted(ticket);
  const answer = await sendThroughRestarts(send, 'page.importUpload', { ticket });
  return answer.ok ? answer.value : interrupted(answer.error.message);
}

function interrupted(reason: string): ImportOutcome {
  const message = `The import was interrupted: ${reason} Your packs are unchanged; try again.`;
  return err([{ code: 'unreadable-file', line: 0, field: '', message }]);
}
