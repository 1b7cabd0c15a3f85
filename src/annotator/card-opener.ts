import type { Point } from '../core/card/safe-polygon.ts';
import type { Mention } from '../core/model/mention.ts';
import type { MentionDescription } from '../messaging/contract.ts';
import type { ContentApi } from '../messaging/extension-api.ts';
import type { Send } from '../messaging/send.ts';
import { openCardHost, type CardHost, type CardHostPorts } from './card-host.ts';
import type { Mark } from './mark.ts';

export type CardOpenerPorts = Pick<CardHostPorts, 'onPointer' | 'onDismissed'> & {
  readonly runtime: ContentApi['runtime'];
  readonly send: Send;
};

/** Opens the card of a mark, one at a time. */
export type CardOpener = {
  open(mark: Mark, at: Point): void;
  close(): void;
  box(): ReturnType<CardHost['box']>;
};

export function createCardOpener({ runtime, send, onPointer, onDismissed }: CardOpenerPorts): CardOpener {
  let card: CardHost | null = null;
  const close = (): void => {
    card?.close();
    card = null;
  };
  return {
    open(mark, at) {
      close();
      const opened = openCardHost(mark, at, {
        cardUrl: runtime.getURL('card.html'),
        cardOrigin: extensionOrigin(runtime),
        onPointer,
        onDismissed,
      });
      card = opened;
      void send('annotator.openCard', { mention: describe(mark) }).then((answer) => {
        if (answer.ok) opened.deliver(answer.value.ticket);
        else onDismissed();
      });
    },
    close,
    box: () => card?.box() ?? null,
  };
}

function describe(mark: Mark): MentionDescription {
  const { entity, alias, derivedFrom, confidence, reasons, alternatives }: Mention = mark.mention;
  const surface = mark.pieces.map(({ node, start, end }) => node.data.slice(start, end)).join('');
  return {
    entity,
    alias,
    derivedFrom,
    surface,
    confidence,
    reasons: [...reasons],
    alternatives: alternatives.slice(0, 16),
  };
}

/** Firefox knows an extension by a random host that only `getURL` tells, Chromium by its id. */
const extensionOrigin = (runtime: ContentApi['runtime']): string => {
  const { protocol, origin } = new URL(runtime.getURL(''));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
};
