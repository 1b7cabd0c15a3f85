import type { Builtins } from './keep-builtins.ts';

/** Frames load and tabs get the focus in an order that no browser promises; and to listen for some events is an event. */
const UNSTEADY =
  'focus blur focusin focusout visibilitychange pagereveal pageswap unload beforeunload devicemotion deviceorientation deviceorientationabsolute'.split(
    ' ',
  );

export type Hearing = { readonly log: () => string };

/** The events that `hearPage` must leave alone, for its settings. */
export const unsteadyEvents = (): readonly string[] => UNSTEADY;

/** Runs in the page: writes down, as lines of text, all events, messages and mutations that scripts of a page can hear. */
export function hearPage(kept: Builtins, types: readonly string[], unsteady: readonly string[]): Hearing {
  let log = '';
  const nameOf = (target: EventTarget | null): string => {
    if (target === null) return 'nothing';
    if (target === kept.window) return 'window';
    try {
      return kept.nodeName(target);
    } catch {
      return 'object';
    }
  };
  const detailOf = (event: Event): string => {
    try {
      const data = kept.messageOf(event);
      return typeof data === 'string' ? data : typeof data;
    } catch {
      // Not a message.
    }
    try {
      return `${kept.directiveOf(event)} ${kept.blockedOf(event)}`;
    } catch {
      return '';
    }
  };
  const hear = (event: Event): void => {
    log += `${kept.typeOf(event)} at ${nameOf(kept.targetOf(event))} ${detailOf(event)}\n`;
  };
  const namesIn = (nodes: NodeList): string => {
    let names = '';
    for (let index = 0; index < kept.nodeCount(nodes); index++) names += ` ${nameOf(nodes[index] ?? null)}`;
    return names;
  };
  const write = (records: readonly MutationRecord[]): void => {
    for (let index = 0; index < records.length; index++) {
      const record = records[index] as MutationRecord;
      const what = `${kept.recordType(record)} ${kept.recordAttribute(record) ?? ''}`;
      const nodes = `+${namesIn(kept.recordAdded(record))} -${namesIn(kept.recordRemoved(record))}`;
      log += `${what} of ${nameOf(kept.recordTarget(record))}: ${nodes}\n`;
    }
  };
  const heard = new Set(types);
  for (const owner of [window, Document.prototype, HTMLElement.prototype])
    for (const key of Object.getOwnPropertyNames(owner)) if (key.startsWith('on')) heard.add(key.slice(2));
  for (const type of unsteady) heard.delete(type);
  for (const type of heard) kept.listen(kept.window, type, hear, true);
  const observer = new kept.Observer(write);
  kept.observe(observer, kept.document, { childList: true, attributes: true, characterData: true, subtree: true });
  return {
    log: () => {
      write(kept.takeRecords(observer));
      return log;
    },
  };
}
