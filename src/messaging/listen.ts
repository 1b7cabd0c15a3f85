import * as v from 'valibot';
import { err, ok } from '../core/model/result.ts';
import type { Messages, MessageType } from './contract.ts';
import { isEnvelope, type Answer } from './envelope.ts';

/** Handlers for every message of one direction. */
export type Handlers<S extends Readonly<Record<string, v.GenericSchema>>, C> = {
  readonly [Type in keyof S & MessageType]: (
    params: v.InferOutput<S[Type]>,
    caller: C,
  ) => Promise<Messages['results'][Type]>;
};

/** Answers one raw message; null where it is none of ours and another listener may have it. */
export type Receive<C> = (message: unknown, caller: C) => Promise<Answer<unknown>> | null;

/**
 * Receives one direction: checks the parameters against their schema before a handler sees them. Never rejects; a handler
 * that throws becomes an error answer, and `onError` hears of it.
 */
export function createReceiver<S extends Readonly<Record<string, v.GenericSchema>>, C>(
  schemas: S,
  handlers: Handlers<S, C>,
  onError: (error: unknown) => void = () => {},
): Receive<C> {
  return (message, caller) => {
    if (!isEnvelope(message) || !Object.hasOwn(schemas, message.type)) return null;
    const type = message.type as keyof S & MessageType;
    const parsed = v.safeParse(schemas[type], message.params);
    if (!parsed.success)
      return Promise.resolve(err({ code: 'malformed', message: `The message "${type}" is malformed.` }));
    const handle = handlers[type] as (params: unknown, caller: C) => Promise<unknown>;
    return handle(parsed.output, caller).then(ok, (error: unknown) => {
      onError(error);
      return err({ code: 'failed' as const, message: error instanceof Error ? error.message : String(error) });
    });
  };
}
