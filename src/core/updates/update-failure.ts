/**
 * Why an update did not come about. Codes are stable: texts in three languages, the request log and the tests hang on them.
 * Whatever the code, the pack in use stays as it was.
 */
export const UPDATE_FAILURES = [
  // The address and the way there.
  'forbidden-address',
  'offline',
  'timed-out',
  'cancelled',
  'redirected',
  'login-needed',
  'not-found',
  'gone',
  'busy',
  'server-error',
  'unexpected-status',
  // What came.
  'empty',
  'too-large',
  'not-utf8',
  'web-page',
  'not-a-manifest',
  'newer-format',
  'wrong-size',
  'wrong-hash',
  'bad-pack',
  'wrong-pack',
  'no-space',
  // Whether to trust it (the attacks of The Update Framework 1.0, section 1.5.2).
  'unsigned',
  'bad-signature',
  'unknown-key',
  'wrong-channel',
  'rolled-back',
  'too-far-ahead',
  'changed-in-place',
] as const;

export type UpdateFailureCode = (typeof UPDATE_FAILURES)[number];

export type UpdateFailure = {
  readonly code: UpdateFailureCode;
  /** What exactly, for those who want to know: a status, a field, a line. May be empty. */
  readonly detail: string;
  /** How long the server asks to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
};
