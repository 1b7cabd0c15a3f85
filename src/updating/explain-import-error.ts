import { LIMITS } from '../core/model/limits.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { explainStoreError, unreadable } from '../storage/explain-store-error.ts';
import { UnpackError } from './unpack.ts';

const UNPACK_MESSAGES: Readonly<Record<UnpackError['code'], string>> = {
  'too-large': `The file is larger than ${LIMITS.packBytes / 1024 / 1024} MB. Split the pack.`,
  bomb: 'The file unpacks to far more than a pack would. Get it again from its publisher.',
  'bad-gzip': 'The file is damaged: it cannot be unpacked. Get it again from its publisher.',
  'not-utf8': 'The file is not UTF-8 text. Save it as UTF-8 and import it again.',
};

/** What a person can do about an import that failed on the way. The dataset is as it was in every case. */
export const explainImportError = (error: unknown): PackProblem =>
  error instanceof UnpackError ? unreadable(UNPACK_MESSAGES[error.code]) : explainStoreError(error);
