import { parseSettings, type CardTrigger } from '../core/model/settings.ts';
import { contentApi } from '../messaging/extension-api.ts';
import { askAgain } from '../messaging/ask-again.ts';
import { createReceiver, type Handlers } from '../messaging/listen.ts';
import { takePageReader } from '../messaging/page-reader.ts';
import { createSend, type Send } from '../messaging/send.ts';
import { tabMessages } from '../messaging/tab-contract.ts';
import { readArticleDate } from './article-date.ts';
import { createCardOpener } from './card-opener.ts';
import { whenDrawn } from './first-frame.ts';
import { markAt } from './hit-test.ts';
import { watchHover } from './hover-watcher.ts';
import { createJump } from './jump.ts';
import { hasKeyboard, markForKeyboard } from './keyboard-mark.ts';
import { createMarkBoard } from './mark-board.ts';
import { createPageLinker } from './page-linker.ts';
import { createPagePainter } from './page-painter.ts';
import { selectedNames } from './selected-names.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';
import { isNearViewport } from './viewport-watcher.ts';
import { watchOrphan } from './watch-orphan.ts';

/** Reports to the toolbar at most this often. */
const REPORT_DELAY_MS = 150;

/** The annotator of one frame: links what the scout found, paints it and opens cards. Injected once a frame. */
export async function startAnnotator(): Promise<void> {
  const reader = takePageReader();
  if (reader === undefined || !claimFrame()) return;
  // The rest in a task of its own: half of what the page may be kept waiting has gone into compiling this script.
  await new Promise((resolve) => setTimeout(resolve));
  if (reader.retired.aborted) return;
  const { runtime, storage } = contentApi();
  const send = createSend((envelope) => runtime.sendMessage(envelope));
  const abort = new AbortController();
  const { signal } = abort;
  const ask = askAgain(send, signal);
  sweepLeftovers();
  const painter = createPagePainter(async (names) => (await ask('annotator.style', names)).ok, signal);

  // To count is to measure: after a frame, or all that our own style sheet has the browser do anew is done in our name.
  const report = debounce(
    () => void whenDrawn().then(() => send('annotator.report', { entities: board.counts().slice(0, 500) })),
    REPORT_DELAY_MS,
  );
  const board = createMarkBoard({ onNearby: painter.paint, onRecount: report });
  const linker = createPageLinker({
    ...askBackground(ask),
    lookFor: reader.lookFor,
    isNear: (finding) => isNearViewport(finding.run.container),
    onLinked: (finding, mentions) => {
      if (!signal.aborted) board.setMentions(finding, mentions);
    },
  });
  const card = createCardOpener({
    runtime,
    send,
    neighbours: (mark) => board.marksBeside(mark),
    onPointer: (over) => hover.pointerOverCard(over),
    onDismissed: () => hover.dismiss(),
    onPinned: () => hover.release(),
  });
  let trigger: CardTrigger = 'hover';
  const hover = watchHover(
    {
      trigger: () => trigger,
      markAt: ({ x, y }) => markAt(board, x, y, reader.shadowRoots()),
      // The extension was updated or removed under this page: its marks must not outlive it.
      open: (mark, at) => (runtime.id === undefined ? reader.retire() : card.open(mark, at)),
      focus: card.focus,
      close: card.close,
      cardBox: card.box,
    },
    signal,
  );
  const jump = createJump(painter.flash);
  const handlers: Handlers<typeof tabMessages, null> = {
    // Left to the scout, which reads the settings again; what it finds then arrives here as a change.
    'tab.refresh': () => Promise.resolve(null),
    'tab.step': ({ direction, start, entity }) =>
      Promise.resolve(jump.to(entity === undefined ? board.shownMarks() : board.marksOf(entity), direction, start)),
    'tab.openCard': ({ isFocused }) => {
      if (isFocused && !hasKeyboard()) return Promise.resolve({ found: false });
      const mark = markForKeyboard(board.shownMarks(), jump.last());
      if (mark !== null) hover.hold(mark);
      return Promise.resolve({ found: mark !== null });
    },
    'tab.describe': () =>
      Promise.resolve({ entities: board.counts(), isFull: board.isFull(), articleDate: readArticleDate(document) }),
    'tab.selectedNames': () => Promise.resolve(selectedNames(board.shownMarks(), globalThis.getSelection())),
  };
  const receive = createReceiver(tabMessages, handlers);
  const applySettings = async (): Promise<void> => {
    const { density, cardTrigger } = parseSettings((await storage.local.get(['settings']))['settings']);
    trigger = cardTrigger;
    if (!signal.aborted) board.setDensity(density);
  };

  const onMessage = (
    message: { type?: unknown },
    sender: chrome.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== runtime.id || signal.aborted) return;
    if (message.type === 'tab.refresh') {
      hover.dismiss();
      painter.restart();
      void applySettings();
      return;
    }
    const answer = receive(message, null);
    if (answer === null) return;
    void answer.then(respond);
    return true;
  };
  runtime.onMessage.addListener(onMessage);
  let unsubscribe: (() => void) | undefined;
  const stop = (): void => {
    unsubscribe?.();
    abort.abort();
    card.closeAll();
    board.stop();
    runtime.onMessage?.removeListener(onMessage);
    releaseFrame();
  };
  reader.retired.addEventListener('abort', stop, { signal });
  // Switched off, nothing of this stays; the scout calls another annotator when it is on again.
  reader.whenOff(stop);
  watchOrphan(() => runtime.id !== undefined, reader.retire, signal);
  void applySettings();
  void whenDrawn().then(() => {
    if (!signal.aborted) unsubscribe = reader.subscribe((change) => void linker.change(change));
  });
}

/** The linker's questions as messages; without an answer after all it goes on with what it has. */
const askBackground = (ask: Send) => ({
  resolve: async (fingerprints: readonly number[]) => {
    const answer = await ask('annotator.resolve', { fingerprints: [...fingerprints] });
    return answer.ok ? answer.value : null;
  },
  analyze: async (questions: readonly { sentence: string; name: string }[]) => {
    const answer = await ask('annotator.analyze', { questions: [...questions] });
    return answer.ok ? answer.value : null;
  },
});

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

const releaseFrame = (): void => {
  delete (globalThis as { [ANNOTATOR]?: unknown })[ANNOTATOR];
};

/** Whether this is the first annotator of the frame for this scout. */
function claimFrame(): boolean {
  const world = globalThis as { [ANNOTATOR]?: unknown };
  const reader = takePageReader();
  if (world[ANNOTATOR] === reader) return false;
  world[ANNOTATOR] = reader;
  return true;
}
