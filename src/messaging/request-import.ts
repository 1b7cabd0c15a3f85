import type { PackProblem } from '../core/packs/pack-problem.ts';
import { err, type Result } from '../core/model/result.ts';
import type { ImportOutcome } from './pack-contract.ts';
import type { Send } from './send.ts';
import { sendThroughRestarts } from './send-through-restarts.ts';

/** Has the background import the file of a ticket, if there is one. */
export async function requestImport(send: Send, ticket: Result<number, PackProblem>): Promise<ImportOutcome> {
  if (!ticket.ok) return err([ticket.error]);
  const answer = await sendThroughRestarts(send, 'page.importUpload', { ticket: ticket.value });
  if (answer.ok) return answer.value;
  const message = `The import was interrupted: ${answer.error.message} Your packs are unchanged; try again.`;
  return err([{ code: 'unreadable-file', line: 0, field: '', message }]);
}
