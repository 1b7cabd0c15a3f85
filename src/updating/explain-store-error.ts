import { LIMITS } from '../core/model/limits.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { UnpackError } from './unpack.ts';

export const unreadable = (message: string): PackProblem => ({ code: 'unreadable-file', line: 0, field: '', message });

const UNPACK_MESSAGES: Readonly<Record<UnpackError['code'], string>> = {
  'too-large': `The file is larger than ${LIMITS.packBytes / 1024 / 1024} MB. Split the pack.`,
  bomb: 'The file unpacks to far more than a pack would. Get it again from its publisher.',
  'bad-gzip': 'The file is damaged: it cannot be unpacked. Get it again from its publisher.',
  'not-utf8': 'The file is not UTF-8 text. Save it as UTF-8 and import it again.',
};

/** What a person can do about an import that failed on the way. The dataset is as it was in every case. */
export function explainStoreError(error: unknown): PackProblem {
  if (error instanceof UnpackError) return unreadable(UNPACK_MESSAGES[error.code]);
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  if (name === 'AbortError' && message === 'cancelled')
    return { code: 'cancelled', line: 0, field: '', message: 'The import was cancelled. Your packs are unchanged.' };
  // Chromium on a full disk: UnknownError, with this in the message.
  if (name === 'QuotaExceededError' || /FILE_ERROR_NO_SPACE|full disk|quota/i.test(message))
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
