/** What the manager asks about layers of packs and what the user added. A part of the contract (`contract.ts`). */
import * as v from 'valibot';
import type { MergeWord } from '../core/merging/merge-word.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { Result } from '../core/model/result.ts';
import { idSchema } from '../core/model/text-fields.ts';
import type { Fact } from '../core/model/fact.ts';
import { factRefSchema, noteTargetSchema } from '../core/overlay/overlay-state.ts';
import type { OwnRecords } from '../core/overlay/own-records.ts';
import type { OverlaySummary } from '../core/overlay/overlay-summary.ts';
import { RECORD_KINDS } from '../core/packs/diff-packs.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';

const entityRef = v.strictObject({ pack: idSchema, id: idSchema });

/** Records put or removed at once. */
const MAX_RECORDS = 200;

const recordRef = v.strictObject({ kind: v.picklist(RECORD_KINDS), id: idSchema });

/** A fact, and the entity of its pack on whose page it stands. */
const factOrigin = v.strictObject({ pack: idSchema, entity: idSchema, fact: idSchema });
export type FactOrigin = v.InferOutput<typeof factOrigin>;

/** Its fields are checked where it arrives, so that each problem can be told by its field. */
const draft = v.record(v.string(), v.unknown());

export const overlayRequests = {
  /** Whether two records are about one entity: the user's word, or (`unsaid`) what the packs say. */
  'page.setMerge': v.strictObject({ a: entityRef, b: entityRef, verdict: v.picklist(['same', 'different', 'unsaid']) }),
  /** What the user said of the records of an entity. */
  'page.mergeWords': v.strictObject({ entity: entityRef }),
  /** What the user has added. */
  'page.own': v.strictObject({}),
  /** Puts records (as in a line of a pack) into the overlay and takes others out, all or none. */
  'page.editOwn': v.strictObject({
    put: v.pipe(v.array(draft), v.maxLength(MAX_RECORDS)),
    remove: v.pipe(v.array(recordRef), v.maxLength(MAX_RECORDS)),
  }),
  /** Every record of the overlay, what can be taken back or done again, and the trash. */
  'page.ownRecords': v.strictObject({}),
  /** Puts a record into the trash, with what would refer to nothing without it. */
  'page.removeOwn': recordRef,
  'page.restoreOwn': recordRef,
  /** Takes the last edit back, or does it again. */
  'page.stepOwn': v.strictObject({ direction: v.picklist(['undo', 'redo']) }),
  /** Makes sure that the overlay has a record for an entity of another pack. */
  'page.standIn': v.strictObject({ entity: entityRef }),
  'page.addAlias': v.strictObject({ entity: entityRef, alias: draft }),
  /** A fact as its pack has it. */
  'page.factRecord': v.strictObject({ origin: factOrigin }),
  /**
   * Puts a fact of the user's own in the place of one of a pack, and of those of other packs that say the same. The draft keeps the
   * ids of the first of them.
   */
  'page.correctFact': v.strictObject({
    origins: v.pipe(v.array(factOrigin), v.minLength(1), v.maxLength(LIMITS.packs)),
    draft,
  }),
  /** Without text, the note goes. */
  'page.setNote': v.strictObject({
    target: noteTargetSchema,
    text: v.pipe(v.string(), v.maxLength(LIMITS.noteLength)),
  }),
  'page.hideFacts': v.strictObject({
    facts: v.pipe(v.array(factRefSchema), v.maxLength(MAX_RECORDS)),
    isHidden: v.boolean(),
  }),
  /** The overlay as a pack of its own, or as a proposal for one pack. */
  'page.exportOwn': v.strictObject({ pack: v.nullable(idSchema) }),
} as const;

type Edited<T = null> = Result<T, readonly PackProblem[]>;

export type OverlayResults = {
  'page.setMerge': null;
  'page.mergeWords': readonly MergeWord[];
  'page.own': OverlaySummary;
  'page.editOwn': Edited;
  'page.ownRecords': OwnRecords;
  'page.removeOwn': Edited;
  'page.restoreOwn': Edited;
  'page.stepOwn': Edited;
  /** The id of the record in the overlay. */
  'page.standIn': Edited<string>;
  'page.addAlias': Edited;
  /** Null if it is gone. */
  'page.factRecord': Fact | null;
  'page.correctFact': Edited;
  'page.setNote': Edited;
  'page.hideFacts': Edited;
  /** The text of a file; null if there is nothing to save. */
  'page.exportOwn': string | null;
};
