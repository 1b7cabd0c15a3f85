import type { UpdateFailure } from './update-failure.ts';

/** Of an HTTP answer what the rules look at. */
export type AnswerHead = {
  readonly status: number;
  /** Whether the server sent us elsewhere. */
  readonly isRedirect: boolean;
  readonly contentType: string;
  /** The header as it came: seconds or a date; empty if there is none. */
  readonly retryAfter: string;
};

/** What is wrong with an answer before its body is read; null for 200 with something that may be a file. */
export function judgeAnswer(head: AnswerHead, now: number): UpdateFailure | null {
  const { status, isRedirect, contentType } = head;
  const detail = String(status);
  if (isRedirect || (status >= 300 && status < 400)) return { code: 'redirected', detail: '' };
  if (status === 401 || status === 403 || status === 407) return { code: 'login-needed', detail };
  if (status === 404) return { code: 'not-found', detail };
  if (status === 410) return { code: 'gone', detail };
  const retryAfterMs = parseRetryAfter(head.retryAfter, now);
  const later = retryAfterMs === null ? {} : { retryAfterMs };
  if (status === 429 || status === 408 || status === 425) return { code: 'busy', detail, ...later };
  if (status >= 500) return { code: 'server-error', detail, ...later };
  if (status !== 200) return { code: 'unexpected-status', detail };
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return { code: 'web-page', detail: '' };
  return null;
}

/** Whether a text is a web page rather than what was asked for, whatever the server called it. */
export const looksLikeWebPage = (start: string): boolean =>
  /^\uFEFF?\s*<(?:!doctype|html|head|body|\?xml|!--)/i.test(start);

/** `Retry-After` in milliseconds from now (RFC 9110, 10.2.3); null where it says nothing. */
export function parseRetryAfter(header: string, now: number): number | null {
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2},/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
