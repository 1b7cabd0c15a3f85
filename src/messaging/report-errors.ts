import { describeError } from '../core/model/error-entry.ts';
import type { Send } from './send.ts';

/** Keeps what goes wrong in this page for the health view. */
export function reportErrors(send: Send): void {
  const report = (error: unknown): void =>
    void send('page.reportError', { entry: describeError(error, location.origin, Date.now()) });
  window.addEventListener('error', ({ error }) => report(error));
  window.addEventListener('unhandledrejection', ({ reason }) => report(reason));
}
