import * as v from 'valibot';
import { captureSchema } from '../capture/capture.ts';
import { pairSchema } from '../merging/merge-choices.ts';
import { correctionSchema } from '../model/correction.ts';
import { BACKUP_FORMAT } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { privacySchema } from '../model/privacy.ts';
import { err, type Result } from '../model/result.ts';
import { settingsSchema } from '../model/settings.ts';
import { idSchema } from '../model/text-fields.ts';
import { hiddenFactSchema, ownNoteSchema } from '../overlay/overlay-state.ts';
import { packOriginSchema } from '../packs/pack-origin.ts';
import type { PackProblem } from '../packs/pack-problem.ts';
import { checkFields, parseJsonObject } from '../packs/parse-record.ts';
import { sha256Schema } from '../updates/manifest.ts';
import { subscriptionSchema } from '../updates/subscription.ts';
import type { BackupState } from './backup-state.ts';

/**
 * A backup is JSON Lines: the header; one line for each setting, subscription and so on; then each pack, which is one line with
 * its place and after that exactly what a pack file holds; and an end with a count and a hash, so that a cut file is noticed.
 */
const BACKUP_FORMAT_VERSION = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const headerSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  formatVersion: v.literal(BACKUP_FORMAT_VERSION),
  /** Milliseconds since the epoch. */
  savedAt: v.pipe(v.number(), v.finite()),
  /** Whether the secrets of private addresses are in it. */
  hasTokens: v.boolean(),
  counts: v.strictObject({
    packs: v.pipe(count, v.maxValue(LIMITS.packs)),
    subscriptions: v.pipe(count, v.maxValue(LIMITS.packs)),
    corrections: v.pipe(count, v.maxValue(LIMITS.corrections)),
  }),
});

export type BackupHeader = v.InferOutput<typeof headerSchema>;

const placeSchema = v.strictObject({
  id: idSchema,
  order: v.pipe(v.number(), v.safeInteger()),
  enabled: v.boolean(),
  declined: count,
  importedAt: v.pipe(v.number(), v.finite()),
  origin: packOriginSchema,
});

/** How a pack was kept: its own lines follow. */
export type PackPlace = v.InferOutput<typeof placeSchema>;

const endSchema = v.strictObject({
  /** Lines before this one. */
  lines: count,
  /** Of those lines, each with its line feed. */
  sha256: sha256Schema,
});

export type BackupEnd = v.InferOutput<typeof endSchema>;

const ITEMS = {
  settings: settingsSchema,
  privacy: privacySchema,
  subscription: subscriptionSchema,
  correction: correctionSchema,
  removed: idSchema,
  note: ownNoteSchema,
  hidden: hiddenFactSchema,
  merge: v.strictObject({ verdict: v.picklist(['same', 'different']), pair: pairSchema }),
  capture: captureSchema,
  pack: placeSchema,
  end: endSchema,
} as const;

type ItemType = keyof typeof ITEMS;
/** A line that is no part of a pack. */
export type BackupItem = {
  [T in ItemType]: { readonly type: T; readonly body: v.InferOutput<(typeof ITEMS)[T]> };
}[ItemType];

/** Whether a line stands outside of packs: it ends the pack before it. */
export const endsPack = (line: string): boolean => /^\s*\{\s*"(?:pack|end)"\s*:/.test(line.slice(0, 64));

export function parseBackupHeader(text: string): Result<BackupHeader, readonly PackProblem[]> {
  const json = parseJsonObject(text.replace(/^\ufeff/, ''), 1, LIMITS.backupLineLength);
  if (!json.ok || json.value['format'] !== BACKUP_FORMAT)
    return err([problem('not-a-backup', 1, 'This is not a backup of Sidelight. Choose a file that it has saved.')]);
  const version = json.value['formatVersion'];
  if (typeof version === 'number' && version > BACKUP_FORMAT_VERSION)
    return err([problem('newer-format', 1, 'A newer Sidelight has saved this backup. Update Sidelight first.')]);
  return checkFields(headerSchema, json.value, 1, '');
}

/** Parses a line that is no part of a pack. */
export function parseBackupLine(text: string, line: number): Result<BackupItem, readonly PackProblem[]> {
  const json = parseJsonObject(text, line, LIMITS.backupLineLength);
  if (!json.ok) return json;
  const [type = '', ...others] = Object.keys(json.value);
  if (others.length > 0 || !isItemType(type))
    return err([problem('unknown-record', line, 'The line is nothing that a backup holds; the file was changed.')]);
  const body = checkFields(ITEMS[type], json.value[type], line, type);
  return body.ok ? { ok: true, value: { type, body: body.value } as BackupItem } : body;
}

/** The lines before the packs. */
export function* formatState(
  header: Omit<BackupHeader, 'format' | 'formatVersion'>,
  state: BackupState,
): Generator<string> {
  yield JSON.stringify({ format: BACKUP_FORMAT, formatVersion: BACKUP_FORMAT_VERSION, ...header });
  yield formatItem({ type: 'settings', body: state.settings });
  yield formatItem({ type: 'privacy', body: state.privacy });
  for (const body of state.removed) yield formatItem({ type: 'removed', body });
  for (const body of state.subscriptions) yield formatItem({ type: 'subscription', body });
  for (const body of state.corrections) yield formatItem({ type: 'correction', body });
  for (const body of state.overlay.notes) yield formatItem({ type: 'note', body });
  for (const body of state.overlay.hidden) yield formatItem({ type: 'hidden', body });
  for (const verdict of ['same', 'different'] as const)
    for (const pair of state.merges[verdict]) yield formatItem({ type: 'merge', body: { verdict, pair } });
  for (const body of state.captures) yield formatItem({ type: 'capture', body });
}

export const formatItem = ({ type, body }: BackupItem): string => JSON.stringify({ [type]: body });

export const problem = (code: PackProblem['code'], line: number, message: string): PackProblem => ({
  ...{ code, line, field: '', message },
});

const isItemType = (type: string): type is ItemType => Object.hasOwn(ITEMS, type);
