/** What travels: a message with its type, and an answer that says whether it worked. Errors do not clone across contexts. */
export type Envelope = { readonly type: string; readonly params: unknown };

export type MessageError = {
  readonly code: 'refused' | 'malformed' | 'failed' | 'unreachable' | 'timed-out' | 'orphaned';
  readonly message: string;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: MessageError };

export function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string';
}
