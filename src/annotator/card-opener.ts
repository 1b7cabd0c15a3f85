import type { Point } from '../core/card/safe-polygon.ts';
import type { Mention } from '../core/model/mention.ts';
import { segmentSentences } from '../core/text/segment-sentences.ts';
import { sentenceAround } from '../core/text/sentence-window.ts';
import { MAX_SENTENCE_LENGTH, type MentionDescription } from '../messaging/contract.ts';
import type { ContentApi } from '../messaging/extension-api.ts';
import type { Send } from '../messaging/send.ts';
import { readArticleDate } from './article-date.ts';
import { openCardHost, type CardHost, type CardHostPorts } from './card-host.ts';
import type { Mark } from './mark.ts';

export type CardOpenerPorts = Pick<CardHostPorts, 'onPointer' | 'onDismissed'> & {
  readonly runtime: ContentApi['runtime'];
  readonly send: Send;
  /** The marks around one, itself included. */
  readonly neighbours: (mark: Mark) => readonly Mark[];
};

/** Opens the card of a mark, one at a time. */
export type CardOpener = {
  open(mark: Mark, at: Point): void;
  /** Puts the keyboard into the card, and back to where it was once the card closes. */
  focus(): void;
  close(): void;
  box(): ReturnType<CardHost['box']>;
};

export function createCardOpener({ runtime, send, neighbours, onPointer, onDismissed }: CardOpenerPorts): CardOpener {
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
      void send('annotator.openCard', { mention: describe(mark, neighbours(mark)) }).then((answer) => {
        if (answer.ok) opened.deliver(answer.value.ticket);
        else onDismissed();
      });
    },
    focus: () => card?.focus(),
    close,
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
  const { text, start } = sentenceAround(run.text, mention.start, mention.end, segmentSentences);
  const others = neighbours.filter(
    (other) =>
      other.run === run &&
      other.mention.start >= start &&
      other.mention.end <= start + text.length &&
      other.mention.entity.pack === mention.entity.pack &&
      other.mention.entity.id !== mention.entity.id,
  );
  return {
    sentence: text.slice(0, MAX_SENTENCE_LENGTH),
    entities: [...new Set(others.map((other) => other.mention.entity.id))].slice(0, 16),
    articleDate: readArticleDate(document),
  };
}

/** Firefox knows an extension by a random host that only `getURL` tells, Chromium by its id. */
const extensionOrigin = (runtime: ContentApi['runtime']): string => {
  const { protocol, origin } = new URL(runtime.getURL(''));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
};
