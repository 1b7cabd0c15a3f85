import { err } from '../core/model/result.ts';
import type { ImportOutcome } from './contract.ts';
import type { Send } from './send.ts';

/** An import may take minutes; whoever asked waits as long as its page lives. */
const IMPORT_LIMIT_MS = 30 * 60 * 1000;

/** Has the background import a file that `putAside` keeps for it. */
export async function requestImport(send: Send, putAside: () => Promise<number>): Promise<ImportOutcome> {
  const ticket = await putAside().catch(
    (error: unknown) => `${error instanceof Error ? error.message : String(error)}.`,
  );
  if (typeof ticket === 'string') return interrupted(ticket);
  const answer = await send('page.importUpload', { ticket }, IMPORT_LIMIT_MS);
  if (answer.ok) return answer.value;
  return interrupted(answer.error.message);
}

function interrupted(reason: string): ImportOutcome {
  const message = `The import was interrupted: ${reason} Your packs are unchanged; try again.`;
  return err([{ code: 'unreadable-file', line: 0, field: '', message }]);
}
