import { beginCapture } from '../core/capture/begin-capture.ts';
import { MAX_CAPTURES, type Capture, type CaptureFailure, type Intent } from '../core/capture/capture.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import { readCaptures, writeCaptures } from '../storage/capture-store.ts';
import { guessSubjects, type GuessPorts } from './guess-subjects.ts';
import type { InTurn } from './in-turn.ts';
import { readClip, type MenuSelection } from './read-clip.ts';
import type { ScriptingApi } from './tabs.ts';

export type CaptureServicePorts = GuessPorts & {
  readonly area: StorageArea;
  readonly scripting: ScriptingApi;
  readonly inTurn: InTurn;
  readonly makeId: () => string;
  readonly now: () => number;
};

/** Captures from pages, and the inbox in which captures wait until they are finished. */
export type CaptureService = {
  /** Captures what is selected in a tab. Gives its id. */
  begin(tab: number, intent: Intent, menu: MenuSelection | null): Promise<Result<string, CaptureFailure>>;
  list(): Promise<readonly Capture[]>;
  find(id: string): Promise<Capture | null>;
  /** Puts one in, or in the place of the one of its id. */
  keep(capture: Capture): Promise<Result<null, CaptureFailure>>;
  remove(id: string): Promise<void>;
};

export function createCaptureService(ports: CaptureServicePorts): CaptureService {
  const { area, inTurn } = ports;
  const keep = (capture: Capture): Promise<Result<null, CaptureFailure>> =>
    inTurn(async () => {
      const captures = await readCaptures(area);
      const others = captures.filter(({ id }) => id !== capture.id);
      // Nothing that somebody selected goes by itself: the oldest may be what he wanted most.
      if (others.length >= MAX_CAPTURES) return err('inbox-full');
      const inOrder = [capture, ...others].toSorted((a, b) => b.capturedAt - a.capturedAt);
      await writeCaptures(area, inOrder);
      return ok(null);
    });
  const find = async (id: string): Promise<Capture | null> =>
    (await readCaptures(area)).find((capture) => capture.id === id) ?? null;
  return {
    async begin(tab, intent, menu) {
      const clip = await readClip(ports, tab, menu);
      if (clip === null || clip.selection.trim() === '') return err('nothing-selected');
      const guesses = await guessSubjects(ports, tab, clip);
      const capture = beginCapture(clip, { id: ports.makeId(), intent, now: ports.now(), guesses });
      const kept = await keep(capture);
      return kept.ok ? ok(capture.id) : kept;
    },
    list: () => readCaptures(area),
    find,
    keep,
    remove: (id) =>
      inTurn(async () =>
        writeCaptures(
          area,
          (await readCaptures(area)).filter((capture) => capture.id !== id),
        ),
      ),
  };
}
