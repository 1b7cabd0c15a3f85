import type { EntityRef } from '../core/model/entity.ts';
import { entityKey, type Mention } from '../core/model/mention.ts';
import type { Density } from '../core/model/settings.ts';
import type { EntityCount } from '../messaging/contract-fields.ts';
import type { Finding } from '../messaging/page-reader.ts';
import { afterFrame } from './first-frame.ts';
import { createDensityRules } from './mark-density.ts';
import { createMarkStore } from './mark-store.ts';
import type { Mark } from './mark.ts';
import { createDisplayedTest, createReadableTest, type ReadableTest } from './readable.ts';
import { readSections } from './sections.ts';
import { watchNearViewport } from './viewport-watcher.ts';

/** When hidden marks near the viewport are looked at again. */
const LATER_LOOKS_MS = [400, 1200, 3000, 8000];

/** What often comes before or after words are shown that were hidden. */
const REVEALING_EVENTS = ['click', 'transitionend', 'animationend', 'toggle'];

/** Of more marks than this the styles are not asked one by one to count them. */
const FULL_TEST_LIMIT = 500;

/** Knows all marks of a document, which of them are near the viewport, and what stands at a text node. */
export type MarkBoard = {
  setMentions(finding: Finding, mentions: readonly Mention[]): void;
  setDensity(density: Density): void;
  /** Marks that touch the text node, whether painted or not, unless the page shall not know of them. */
  marksIn(node: Text): readonly Mark[];
  /** How many mentions of which entity readers can see here. */
  counts(): EntityCount[];
  /** Whether there are more mentions than a page may have marks. */
  isFull(): boolean;
  /** The marks in the block of one. */
  marksBeside(mark: Mark): readonly Mark[];
  /** All marks that readers can see, in no particular order. */
  shownMarks(): Mark[];
  /** All shown marks of an entity, in no particular order. */
  marksOf(entity: EntityRef): Mark[];
  stop(): void;
};

export type MarkBoardPorts = {
  /** Hears, at most once a frame, of the marks to be painted. */
  readonly onNearby: (marks: readonly Mark[]) => void;
  /** Hears that there may be more or fewer mentions to count than before. */
  readonly onRecount: () => void;
};

export function createMarkBoard({ onNearby, onRecount }: MarkBoardPorts): MarkBoard {
  let cancelFrame: (() => void) | undefined;
  let look: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let density: Density = 'section';
  let rules: ReturnType<typeof createDensityRules> | null = null;
  let hasHidden = false;

  const viewport = watchNearViewport(() => schedule());
  const store = createMarkStore({ onContainer: viewport.watch, onContainerGone: viewport.unwatch });
  const schedule = (): void => {
    cancelFrame ??= afterFrame(() => {
      cancelFrame = undefined;
      const isShown = createShownTest();
      rules ??= createDensityRules(density, store.all().filter(isOnPage), readSections());
      const nearby = [...viewport.near()].flatMap(store.marksInContainer).filter(isOnPage);
      const shown = nearby.filter(isShown);
      onNearby(shown.filter(rules(isShown)));
      hasHidden = shown.length < nearby.length;
      // Text that fades in is not readable yet and tells nobody when it is: a few looks, further and further apart.
      if (hasHidden && looks < LATER_LOOKS_MS.length) look ??= setTimeout(lookAgain, LATER_LOOKS_MS[looks++]);
    });
  };
  const lookAgain = (): void => {
    look = undefined;
    retake();
  };
  const retake = (): void => {
    rules = null;
    schedule();
    onRecount();
  };
  const refresh = (): void => {
    looks = 0;
    retake();
  };
  const listening = new AbortController();
  for (const type of REVEALING_EVENTS)
    window.addEventListener(
      type,
      () => {
        if (hasHidden) look ??= setTimeout(lookAgain, LATER_LOOKS_MS[0]);
      },
      { capture: true, passive: true, signal: listening.signal },
    );

  return {
    setMentions(finding, mentions) {
      store.set(finding, mentions);
      refresh();
    },
    setDensity(wanted) {
      if (wanted === density) return;
      density = wanted;
      refresh();
    },
    marksIn: (node) => store.marksIn(node).filter(isOnPage),
    counts() {
      const all = store.all();
      const test = all.length > FULL_TEST_LIMIT ? createDisplayedTest() : createReadableTest();
      return countMentions(all.filter(createShownTest(test)));
    },
    isFull: store.isFull,
    marksBeside: ({ run }) => store.marksInContainer(run.container),
    shownMarks: () => store.all().filter(isOnPage).filter(createShownTest()),
    marksOf: (entity) =>
      store
        .all()
        .filter(({ mention }) => entityKey(mention.entity) === entityKey(entity))
        .filter(createShownTest()),
    stop() {
      listening.abort();
      cancelFrame?.();
      clearTimeout(look);
      viewport.stop();
      store.clear();
    },
  };
}

const isOnPage = ({ mention }: Mark): boolean => mention.privacy !== 'quiet';

function createShownTest(isReadable: ReadableTest = createReadableTest()): (mark: Mark) => boolean {
  return ({ pieces }) => pieces.length > 0 && pieces.every(({ node }) => node.isConnected && isReadable(node));
}

function countMentions(marks: readonly Mark[]): EntityCount[] {
  const groups = Map.groupBy(marks, ({ mention }) => entityKey(mention.entity));
  return [...groups.values()].flatMap((all) =>
    all.slice(0, 1).map(({ mention: { entity, name } }) => ({
      ...{ entity, name, count: all.length, isQuiet: !all.some(isOnPage) },
    })),
  );
}
