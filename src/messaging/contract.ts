/**
 * The whole of what the contexts say to each other, one map a direction. The schemas check parameters where a message
 * arrives; the types of results stand beside them. Who may send what is decided by the class of the sender (`caller.ts`).
 */
import * as v from 'valibot';
import type { SentenceAnalysis } from '../core/linking/analyzer.ts';
import type { Brief } from '../core/brief/brief.ts';
import type { CardView, EntityPage } from '../core/card/card-view.ts';
import type { RelatedEntity } from '../core/card/related-entities.ts';
import { correctionSchema } from '../core/model/correction.ts';
import type { NamedCorrection } from '../core/model/correction.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { MAX_TOKENS as PAGE_KEYS_TOKENS } from '../core/matching/page-keys.ts';
import { LIMITS } from '../core/model/limits.ts';
import {
  CARD_TRIGGERS,
  DENSITIES,
  MARK_STRENGTHS,
  MARK_STYLES,
  SITE_MODES,
  type Settings,
  type SiteMode,
} from '../core/model/settings.ts';
import { idSchema } from '../core/model/text-fields.ts';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import { direction, entityCount, entityRef, mentionSchema, questions, type EntityCount } from './contract-fields.ts';
import type { scoutMessages, ScoutResults, tabMessages, TabResults } from './tab-contract.ts';
import type { captureRequests, CaptureResults } from './capture-contract.ts';
import type { backupRequests, BackupResults } from './backup-contract.ts';
import type { overlayRequests, OverlayResults } from './overlay-contract.ts';
import type { privacyRequests, PrivacyResults } from './privacy-contract.ts';
import type { settingsRequests, SettingsResults } from './settings-contract.ts';
import type { syncRequests, SyncResults } from './sync-contract.ts';
import type { packRequests, PackResults } from './pack-contract.ts';

const fingerprint = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tabId = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const host = v.pipe(v.string(), v.minLength(1), v.maxLength(253), v.regex(/^[a-z0-9._\-:[\]]+$/i));

/** Base64 of at most this many bytes. */
const base64 = (bytes: number) => v.pipe(v.string(), v.maxLength(Math.ceil(bytes / 3) * 4), v.base64());

/** Content scripts to background. The page is untrusted: nothing here writes to the dataset or lists it. */
export const contentRequests = {
  /** The scout found candidates in its frame and wants the annotator. */
  'scout.found': v.strictObject({}),
  /** Page keys (`page-keys-wire.ts`) to be matched with an index that is too large for a tab. */
  'scout.match': v.strictObject({ hashes: base64(PAGE_KEYS_TOKENS * 4), order: base64(PAGE_KEYS_TOKENS * 2) }),
  /** The aliases behind the fingerprints found on the page. */
  'annotator.resolve': v.strictObject({ fingerprints: v.pipe(v.array(fingerprint), v.maxLength(2000)) }),
  /** Sentences in which a name is ambiguous. */
  'annotator.analyze': v.strictObject({ questions }),
  /** How many mentions the frame shows now, by entity. */
  'annotator.report': v.strictObject({ entities: v.pipe(v.array(entityCount), v.maxLength(500)) }),
  /** The style of the marks, for the highlight names this document uses. */
  'annotator.style': v.strictObject({
    mark: v.pipe(v.string(), v.regex(/^[a-z]{12}$/)),
    flash: v.pipe(v.string(), v.regex(/^[a-z]{12}$/)),
  }),
  /** A ticket for the card of one mention. */
  'annotator.openCard': v.strictObject({ mention: mentionSchema }),
} as const;

export type ContentResults = {
  'scout.found': { readonly annotate: boolean };
  'scout.match': readonly number[];
  'annotator.resolve': readonly (readonly TrackedAlias[])[];
  'annotator.analyze': readonly SentenceAnalysis[];
  'annotator.report': null;
  'annotator.style': null;
  'annotator.openCard': { readonly ticket: string };
};

/** The card, an extension page inside a hostile one, to background: reads one mention's facts, nothing else. */
export const cardRequests = {
  'card.read': v.strictObject({ ticket: v.pipe(v.string(), v.maxLength(64)) }),
  /** The card of an entity that the open one names. Asked only by a card that had a ticket: without, it stays blank. */
  'card.follow': v.strictObject({ entity: entityRef }),
} as const;

export type CardResults = { 'card.read': CardView | null; 'card.follow': CardView | null };

/** Popup and manager, extension pages of their own, to background. */
export const pageRequests = {
  'page.overview': v.strictObject({ tab: v.optional(tabId) }),
  'page.setEnabled': v.strictObject({ enabled: v.boolean() }),
  'page.setSiteEnabled': v.strictObject({ site: host, enabled: v.boolean() }),
  'page.setMarking': v.strictObject({
    density: v.picklist(DENSITIES),
    markStyle: v.picklist(MARK_STYLES),
    markStrength: v.picklist(MARK_STRENGTHS),
    cardTrigger: v.picklist(CARD_TRIGGERS),
  }),
  'page.setSiteMode': v.strictObject({ siteMode: v.picklist(SITE_MODES) }),
  /** Switches the marks of one tab off until it is loaded anew. */
  'page.setTabPaused': v.strictObject({ tab: tabId, paused: v.boolean() }),
  'page.reveal': v.strictObject({ tab: tabId, entity: entityRef, direction: v.optional(direction, 'next') }),
  /** All followed names of a tab with their best facts. */
  'page.brief': v.strictObject({ tab: tabId }),
  /** All that is known of an entity. */
  'page.entity': v.strictObject({ entity: entityRef }),
  /** Sentences of a text that somebody tries, in which a name is ambiguous. */
  'page.analyze': v.strictObject({ questions }),
  /** The entities that share facts with it. */
  'page.related': v.strictObject({ entity: entityRef }),
  'page.corrections': v.strictObject({}),
  'page.addCorrection': v.strictObject({ correction: correctionSchema }),
  'page.removeCorrection': v.strictObject({ correction: correctionSchema }),
  /** The corrections of a pack's names as a patch for its publisher. */
  'page.exportCorrections': v.strictObject({ pack: idSchema }),
} as const;

export type Overview = {
  readonly enabled: boolean;
  /** The site of the tab; null on pages where content scripts do not run. */
  readonly site: string | null;
  readonly siteEnabled: boolean;
  readonly siteMode: SiteMode;
  /** Whether the tab is paused until it is loaded anew. */
  readonly isPaused: boolean;
  /** Whether names stand there that only the user follows, and that are not marked on this site. */
  readonly hidesOwnNames: boolean;
  readonly marking: Pick<Settings, 'density' | 'markStyle' | 'markStrength' | 'cardTrigger'>;
  readonly mentions: readonly EntityCount[];
  /** Whether the page has more mentions than it may have marks. */
  readonly isFull: boolean;
  readonly packs: readonly PackSummary[];
  /** Installed packs whose data the browser has lost. */
  readonly lostPacks: number;
  /** How often the toggle's shortcut is bound, as the browser prints it; empty if unbound. */
  readonly shortcut: string;
  /** The pack that the page invites to subscribe to. */
  readonly subscribeLink: string | null;
};

export type PageResults = {
  'page.overview': Overview;
  'page.setEnabled': null;
  'page.setSiteEnabled': null;
  'page.setMarking': null;
  'page.reveal': null;
  /** Null for a tab that is no web page. */
  'page.brief': Brief | null;
  'page.setSiteMode': null;
  'page.setTabPaused': null;
  /** Null if it is no longer followed. */
  'page.entity': EntityPage | null;
  'page.analyze': readonly SentenceAnalysis[];
  /** The one with most facts in common first. */
  'page.related': readonly RelatedEntity[];
  'page.corrections': readonly NamedCorrection[];
  'page.addCorrection': null;
  'page.removeCorrection': null;
  /** The text of a patch file; null if nothing of it can be said in a pack. */
  'page.exportCorrections': string | null;
};

/** Background to the analyst's host page (Chromium's offscreen document). */
export const analystMessages = {
  'analyst.analyze': contentRequests['annotator.analyze'],
  'analyst.findOrdinaryWords': v.strictObject({
    words: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LIMITS.aliasLength))), v.maxLength(10_000)),
  }),
} as const;

export type AnalystResults = {
  'analyst.analyze': readonly SentenceAnalysis[];
  'analyst.findOrdinaryWords': readonly string[];
};

type Schemas = Readonly<Record<string, v.GenericSchema>>;
type ParamsOf<S extends Schemas> = { [Type in keyof S]: v.InferInput<S[Type]> };

/** Every message by its type: what it carries and what it answers. */
export type Messages = {
  params: ParamsOf<typeof contentRequests> &
    ParamsOf<typeof cardRequests> &
    ParamsOf<typeof pageRequests> &
    ParamsOf<typeof packRequests> &
    ParamsOf<typeof backupRequests> &
    ParamsOf<typeof overlayRequests> &
    ParamsOf<typeof captureRequests> &
    ParamsOf<typeof syncRequests> &
    ParamsOf<typeof settingsRequests> &
    ParamsOf<typeof privacyRequests> &
    ParamsOf<typeof tabMessages> &
    ParamsOf<typeof scoutMessages> &
    ParamsOf<typeof analystMessages>;
  results: ContentResults &
    CardResults &
    PageResults &
    PackResults &
    BackupResults &
    OverlayResults &
    CaptureResults &
    SyncResults &
    SettingsResults &
    PrivacyResults &
    TabResults &
    ScoutResults &
    AnalystResults;
};

export type MessageType = keyof Messages['results'];
