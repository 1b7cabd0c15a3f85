/** What is captured from pages: asked by side panel, manager and popup. A part of the contract (`contract.ts`). */
import * as v from 'valibot';
import {
  captureDraftSchema,
  captureIdSchema,
  captureSchema,
  INTENTS,
  type Capture,
  type CaptureFailure,
  type EntityChoice,
} from '../core/capture/capture.ts';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { Result } from '../core/model/result.ts';
import { idSchema } from '../core/model/text-fields.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const capture = captureIdSchema;

export const captureRequests = {
  /** Captures what is selected in a tab, as the menu and the key do. The panel of `window` shows what came of it. */
  'page.capture': v.strictObject({ tab: whole, intent: v.picklist(INTENTS), window: v.optional(whole) }),
  /** The captures that are not finished. */
  'page.captures': v.strictObject({}),
  'page.readCapture': v.strictObject({ capture }),
  /** Keeps what has been filled in so far. */
  'page.keepCapture': v.strictObject({ capture, draft: captureDraftSchema }),
  /** Puts it into the user's own pack. */
  'page.saveCapture': v.strictObject({ capture, draft: captureDraftSchema }),
  'page.discardCapture': v.strictObject({ capture }),
  /** Takes back that one was discarded. */
  'page.restoreCapture': v.strictObject({ capture: captureSchema }),
  /** The entities with such a name; of those that some packs know, none. */
  'page.findByName': v.strictObject({
    query: v.pipe(v.string(), v.maxLength(LIMITS.nameLength)),
    unknownTo: v.optional(v.pipe(v.array(idSchema), v.maxLength(LIMITS.packs)), []),
  }),
  /** What a browser window's panel has to show, and that it need not any more. */
  'page.panelCapture': v.strictObject({ window: whole }),
  'page.closePanelCapture': v.strictObject({ window: whole }),
} as const;

/** Where that stands which was captured: the entity, and the fact if it was one. */
export type Captured = {
  readonly entity: EntityRef;
  readonly fact: string | null;
  /** The site on which alone, with others listed for it, the name is marked; null for one that is marked everywhere. */
  readonly markedOn: string | null;
};

export type CaptureResults = {
  /** The id of the capture. */
  'page.capture': Result<string, CaptureFailure>;
  'page.captures': readonly Capture[];
  /** Null if it is finished, or discarded. */
  'page.readCapture': Capture | null;
  'page.keepCapture': null;
  'page.saveCapture': Result<Captured, readonly CaptureProblem[]>;
  'page.discardCapture': null;
  'page.restoreCapture': null;
  'page.findByName': readonly EntityChoice[];
  'page.panelCapture': { readonly capture: string | null; readonly failure: CaptureFailure | null };
  'page.closePanelCapture': null;
};
