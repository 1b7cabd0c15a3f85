import { err } from '../core/model/result.ts';
import type { ImportOutcome } from './contract.ts';
import type { Send } from './send.ts';

/** An import may take minutes; whoever asked waits as long as its page lives. */
const IMPORT_LIMIT_MS = 30 * 60 * 1000;

/** Has the background import a file that `putAside` keeps for it. */
export async function requestImport(send: Send, putAside: () => Promise<number>): Promise<ImportOutcome> {
  const ticket = await putAside();
  const answer = await send('page.importUpload', { ticket }, IMPORT_LIMIT_MS);
  if (answer.ok) return answer.value;
  const message = `The import was interrupted: ${answer.error.message} Your packs are unchanged; try again.`;
  return err([{ code: 'unreadable-file', line: 0, field: '', message }]);
}
