import type { StoreTrouble } from '../core/model/store-trouble.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';

export const unreadable = (message: string): PackProblem => ({ code: 'unreadable-file', line: 0, field: '', message });

/** What a person can do about a store that refused something on the way. The dataset is as it was in every case. */
export function explainStoreError(error: unknown): PackProblem {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'AbortError' && message === 'cancelled')
    return { code: 'cancelled', line: 0, field: '', message: 'The import was cancelled. Your packs are unchanged.' };
  // Chromium on a full disk: UnknownError or DataError, with one of these in the message (`tests/crash/fill-disk.ts`).
  if (name === 'QuotaExceededError' || /FILE_ERROR_NO_SPACE|full disk|quota|failed to write blobs/i.test(message))
    return unreadable(
      'There is not enough disk space for this pack. Free some and import it again. Your packs are unchanged.',
    );
  if (name === 'VersionError')
    return unreadable(
      'A newer Sidelight has stored your packs, and this one cannot read them. Update Sidelight. Your packs are unchanged.',
    );
  // An aborted transaction may give a name and no message.
  return unreadable(`The pack could not be stored (${message === '' ? name : message}). Your packs are unchanged.`);
}

/** What kept the store from being opened or read. */
export function describeOpenError(error: unknown): StoreTrouble {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { code: name === 'VersionError' ? 'newer' : 'unreadable', detail: `${name}: ${message}`.slice(0, 300) };
}
