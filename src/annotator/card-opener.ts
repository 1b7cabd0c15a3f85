import type { Point } from '../core/card/safe-polygon.ts';
import { readingAround } from '../core/card/reading-around.ts';
import type { Mention } from '../core/model/mention.ts';
import { MAX_SENTENCE_LENGTH, type MentionDescription } from '../messaging/contract-fields.ts';
import type { ContentApi } from '../messaging/extension-api.ts';
import type { Send } from '../messaging/send.ts';
import { readArticleDate } from './article-date.ts';
import { createCardFrame } from './card-frame.ts';
import { openCardHost, type CardHost, type CardHostPorts } from './card-host.ts';
import { createFrameKeeper } from './frame-keeper.ts';
import type { Mark } from './mark.ts';

/** More would hide what they are to be read beside. */
const MAX_PINNED = 3;

export type CardOpenerPorts = Pick<CardHostPorts, 'onPointer' | 'onDismissed' | 'onPinned'> & {
  readonly runtime: ContentApi['runtime'];
  readonly send: Send;
  /** The marks around one, itself included. */
  readonly neighbours: (mark: Mark) => readonly Mark[];
};

/** Opens the card of a mark, one at a time beside those that the reader pinned. */
export type CardOpener = {
  open(mark: Mark, at: Point): void;
  /** Puts the keyboard into the card, and back to where it was once the card closes. */
  focus(): void;
  /** With `isPassing` the pointer only went on: what the card took long to start is kept for the next one. */
  close(isPassing: boolean): void;
  /** Closes the pinned ones too, and keeps nothing. */
  closeAll(): void;
  box(): ReturnType<CardHost['box']>;
};

export function createCardOpener(ports: CardOpenerPorts): CardOpener {
  const { runtime, send, neighbours } = ports;
  let card: CardHost | null = null;
  let pinned: readonly CardHost[] = [];
  const frames = createFrameKeeper((parent) =>
    createCardFrame(parent, { cardUrl: runtime.getURL('card.html'), cardOrigin: extensionOrigin(runtime) }),
  );
  const close = (isPassing: boolean): void => {
    card?.close(isPassing);
    card = null;
  };
  const pin = (opened: CardHost): void => {
    if (opened !== card) return;
    card = null;
    pinned = [...pinned, opened];
    while (pinned.length > MAX_PINNED) unpin(pinned[0]);
    ports.onPinned();
  };
  const unpin = (opened: CardHost | undefined): void => {
    opened?.close(false);
    pinned = pinned.filter((other) => other !== opened);
  };
  return {
    open(mark, at) {
      close(true);
      const host = openCardHost(mark, at, {
        frames,
        // A pinned one no longer has to do with where the pointer is.
        onPointer: (over) => host === card && ports.onPointer(over),
        onDismissed: () => (host === card ? ports.onDismissed() : unpin(host)),
        onPinned: () => pin(host),
      });
      card = host;
      void send('annotator.openCard', { mention: describe(mark, neighbours(mark)) }).then((answer) => {
        if (answer.ok) host.deliver(answer.value.ticket);
        else if (host === card) ports.onDismissed();
      });
    },
    focus: () => card?.focus(),
    close,
    closeAll() {
      close(false);
      frames.drop();
      for (const opened of pinned) unpin(opened);
    },
    box: () => card?.box() ?? null,
  };
}

function describe(mark: Mark, neighbours: readonly Mark[]): MentionDescription {
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
    reading: describeReading(mark, neighbours),
  };
}

/** The sentence around a mark, and what else of its pack stands in it. */
function describeReading({ mention, run }: Mark, neighbours: readonly Mark[]): MentionDescription['reading'] {
  const beside = neighbours.filter((other) => other.run === run).map((other) => other.mention);
  const reading = readingAround(run.text, mention, beside, readArticleDate(document));
  return { ...reading, sentence: reading.sentence.slice(0, MAX_SENTENCE_LENGTH), entities: [...reading.entities] };
}

/** Firefox knows an extension by a random host that only `getURL` tells, Chromium by its id. */
const extensionOrigin = (runtime: ContentApi['runtime']): string => {
  const { protocol, origin } = new URL(runtime.getURL(''));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
};
