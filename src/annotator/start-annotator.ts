import type { EntityRef } from '../core/model/entity.ts';
import type { Point } from '../core/card/safe-polygon.ts';
import type { Mention } from '../core/model/mention.ts';
import { contentApi, type ContentApi } from '../messaging/extension-api.ts';
import { createReceiver, type Handlers } from '../messaging/listen.ts';
import { tabMessages } from '../messaging/contract.ts';
import { takePageReader } from '../messaging/page-reader.ts';
import { createSend, type Send } from '../messaging/send.ts';
import { splitSentences } from '../nlp/splitter.ts';
import { openCardHost, type CardHost } from './card-host.ts';
import { markAt } from './hit-test.ts';
import { watchHover } from './hover-watcher.ts';
import { createMarkBoard } from './mark-board.ts';
import { rangeOf, type Mark } from './mark.ts';
import { createPageLinker } from './page-linker.ts';
import { createPainter } from './painter.ts';
import { isNearViewport } from './viewport-watcher.ts';

/** Reports to the toolbar at most this often. */
const REPORT_DELAY_MS = 150;

/** The annotator of one frame: links what the scout found, paints it and opens cards. Injected once a frame. */
export function startAnnotator(): void {
  const reader = takePageReader();
  if (reader === undefined || !claimFrame()) return;
  const { runtime } = contentApi();
  const send = createSend((envelope) => runtime.sendMessage(envelope));
  const abort = new AbortController();
  const { signal } = abort;
  const painter = createPainter();
  let styled = false;
  let card: CardHost | null = null;

  const report = debounce(
    () => void send('annotator.report', { entities: board.counts().slice(0, 500) }),
    REPORT_DELAY_MS,
  );
  const board = createMarkBoard((nearby) => {
    if (nearby.length > 0 && !styled) {
      styled = true;
      void send('annotator.style', painter.names).then((answer) => (styled = answer.ok));
    }
    painter.paint(nearby);
    report();
  });
  const linker = createPageLinker({
    ...askBackground(send),
    split: splitSentences,
    lookFor: reader.lookFor,
    isNear: (finding) => isNearViewport(finding.run.container),
    onLinked: board.setMentions,
  });
  const closeCard = (): void => {
    card?.close();
    card = null;
  };
  const openCard = (mark: Mark, at: Point): void => {
    closeCard();
    // The extension was updated or removed under this page: its marks must not outlive it.
    if (runtime.id === undefined) return reader.retire();
    const opened = openCardHost(mark, at, {
      cardUrl: runtime.getURL('card.html'),
      cardOrigin: extensionOrigin(runtime),
      onPointer: hover.pointerOverCard,
      onDismissed: hover.dismiss,
    });
    card = opened;
    void send('annotator.openCard', { mention: describe(mark) }).then((answer) => {
      if (answer.ok) opened.deliver(answer.value.ticket);
      else hover.dismiss();
    });
  };
  const hover = watchHover(
    {
      markAt: ({ x, y }) => markAt(board, x, y, reader.shadowRoots()),
      open: openCard,
      close: closeCard,
      cardBox: () => card?.box() ?? null,
    },
    signal,
  );
  const handlers: Handlers<typeof tabMessages, null> = {
    // Left to the scout, which reads the settings again; what it finds then arrives here as a change.
    'tab.refresh': () => Promise.resolve(null),
    'tab.reveal': ({ entity }) => Promise.resolve({ found: reveal(entity) }),
    'tab.describe': () => Promise.resolve({ entities: board.counts() }),
  };
  const receive = createReceiver(tabMessages, handlers);
  let revealed: Mark | null = null;
  const reveal = (entity: EntityRef): boolean => {
    const next = nextMark(board.marksOf(entity), revealed);
    if (next === null) return false;
    revealed = next;
    next.pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = rangeOf(next)?.getBoundingClientRect();
    // Its block may be taller than the window.
    if (box !== undefined && (box.top < 0 || box.bottom > window.innerHeight))
      window.scrollBy(0, box.top - window.innerHeight / 2);
    painter.flash(next);
    return true;
  };

  runtime.onMessage.addListener((message: { type?: unknown }, sender, respond) => {
    if (sender.id !== runtime.id || signal.aborted) return;
    if (message.type === 'tab.refresh') return hover.dismiss();
    const answer = receive(message, null);
    if (answer === null) return;
    void answer.then(respond);
    return true;
  });
  reader.retired.addEventListener('abort', () => {
    abort.abort();
    board.stop();
    painter.clear();
  });
  reader.subscribe((change) => void linker.change(change));
}

/** The linker's questions as messages; without an answer it goes on with what it has. */
const askBackground = (send: Send) => ({
  resolve: async (fingerprints: readonly number[]) => {
    const answer = await send('annotator.resolve', { fingerprints: [...fingerprints] });
    return answer.ok ? answer.value : null;
  },
  analyze: async (questions: readonly { sentence: string; name: string }[]) => {
    const answer = await send('annotator.analyze', { questions: [...questions] });
    return answer.ok ? answer.value : null;
  },
});

function describe(mark: Mark) {
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

/** The mark after `current` in reading order, beginning again at the top. */
function nextMark(marks: readonly Mark[], current: Mark | null): Mark | null {
  const placed = marks
    .map((mark) => ({ mark, box: rangeOf(mark)?.getBoundingClientRect() }))
    .flatMap(({ mark, box }) => (box === undefined ? [] : [{ mark, top: box.top, left: box.left }]))
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
    .map(({ mark }) => mark);
  const position = current === null ? -1 : placed.indexOf(current);
  return placed[(position + 1) % placed.length] ?? null;
}

function debounce(run: () => void, delayMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      run();
    }, delayMs);
  };
}

const ANNOTATOR = Symbol.for('sidelight.annotator');

/** Whether this is the first annotator of the frame for this scout. */
function claimFrame(): boolean {
  const world = globalThis as { [ANNOTATOR]?: unknown };
  const reader = takePageReader();
  if (world[ANNOTATOR] === reader) return false;
  world[ANNOTATOR] = reader;
  return true;
}

/** Firefox knows an extension by a random host that only `getURL` tells, Chromium by its id. */
const extensionOrigin = (runtime: ContentApi['runtime']): string => {
  const { protocol, origin } = new URL(runtime.getURL(''));
  return protocol === 'chrome-extension:' ? `chrome-extension://${runtime.id}` : origin;
};
