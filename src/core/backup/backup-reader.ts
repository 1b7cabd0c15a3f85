import { MAX_CAPTURES, type Capture } from '../capture/capture.ts';
import type { EntityPair } from '../merging/merge-choices.ts';
import type { PackHeader, PackRecord } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { DEFAULT_PRIVACY } from '../model/privacy.ts';
import { err, ok, type Result } from '../model/result.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { fitsOverlay, type HiddenFact, type OwnNote } from '../overlay/overlay-state.ts';
import type { PackProblem } from '../packs/pack-problem.ts';
import { createPackReader, type PackReader } from '../packs/pack-reader.ts';
import {
  endsPack,
  parseBackupHeader,
  parseBackupLine,
  problem,
  type BackupEnd,
  type BackupHeader,
  type BackupItem,
  type PackPlace,
} from './backup-format.ts';
import type { BackupState } from './backup-state.ts';

/** What a line brings that has to be stored: a pack begins, or it has one more record. */
export type BackupStep =
  | { readonly type: 'pack'; readonly place: PackPlace; readonly header: PackHeader }
  | { readonly type: 'record'; readonly record: PackRecord };

/**
 * Reads a backup line by line. Give every line to `push`, in order; what it returns may be stored provisionally. `finish` says
 * whether the whole holds together: only then may any of it be used.
 */
export type BackupReader = {
  push(line: string): BackupStep | null;
  /** Whether the line read last was the end, which its own hash does not cover. */
  hasEnded(): boolean;
  /**
   * All problems, at most {@link LIMITS.reportedProblems}; or what there is besides packs.
   *
   * @param sha256 of the lines before the end, each with its line feed, in hexadecimal.
   */
  finish(sha256: string): Result<BackupState, readonly PackProblem[]>;
};

export function createBackupReader(): BackupReader {
  const problems: PackProblem[] = [];
  const packs = new Set<string>();
  const state = {
    settings: DEFAULT_SETTINGS,
    privacy: DEFAULT_PRIVACY,
    subscriptions: new Map<string, BackupState['subscriptions'][number]>(),
    corrections: [] as BackupState['corrections'][number][],
    removed: new Set<string>(),
    notes: [] as OwnNote[],
    hidden: [] as HiddenFact[],
    merges: { same: [] as EntityPair[], different: [] as EntityPair[] },
    captures: [] as Capture[],
  };
  let header: BackupHeader | null = null;
  let current: { readonly place: PackPlace; readonly reader: PackReader; readonly startLine: number } | null = null;
  let end: BackupEnd | null = null;
  let line = 0;

  const report = (found: readonly PackProblem[]): null => {
    problems.push(...found.slice(0, Math.max(0, LIMITS.reportedProblems - problems.length)));
    return null;
  };

  const closePack = (): void => {
    if (current === null) return;
    const { place, reader, startLine } = current;
    current = null;
    const finished = reader.finish();
    if (!finished.ok) report(finished.error.map((found) => ({ ...found, line: found.line + startLine })));
    else if (finished.value.id !== place.id)
      report([
        problem('unknown-id', startLine, `The pack "${finished.value.id}" stands in the place of "${place.id}".`),
      ]);
  };

  const take = (item: BackupItem): void => {
    switch (item.type) {
      case 'settings':
        state.settings = item.body;
        break;
      case 'privacy':
        state.privacy = item.body;
        break;
      case 'removed':
        state.removed.add(item.body);
        break;
      case 'subscription':
        state.subscriptions.set(item.body.pack, item.body);
        break;
      case 'correction':
        state.corrections.push(item.body);
        break;
      case 'note':
        state.notes.push(item.body);
        break;
      case 'hidden':
        state.hidden.push(item.body);
        break;
      case 'merge':
        state.merges[item.body.verdict].push(item.body.pair);
        break;
      case 'capture':
        state.captures.push(item.body);
        break;
      case 'pack':
        if (packs.has(item.body.id))
          report([problem('duplicate-id', line, `The pack "${item.body.id}" is there twice.`)]);
        packs.add(item.body.id);
        current = { place: item.body, reader: createPackReader(LIMITS.backupLineLength), startLine: line };
        break;
      case 'end':
        end = item.body;
        if (end.lines !== line - 1) report([cutShort()]);
    }
    const { corrections, removed, merges, captures } = state;
    const hasTooMany =
      Math.max(packs.size, removed.size) > LIMITS.packs ||
      corrections.length > LIMITS.corrections ||
      captures.length > MAX_CAPTURES ||
      !fitsOverlay(state) ||
      Math.max(merges.same.length, merges.different.length) > LIMITS.mergeChoices;
    if (hasTooMany)
      report([problem('too-many-records', line, 'The backup holds more than Sidelight keeps; it was changed.')]);
  };

  const pushToPack = ({ place, reader }: NonNullable<typeof current>, text: string): BackupStep | null => {
    const hadHeader = reader.header() !== null;
    const record = reader.push(text);
    const found = reader.header();
    if (!hadHeader && found !== null) return { type: 'pack', place, header: found };
    return record === null ? null : { type: 'record', record };
  };

  return {
    push(text) {
      line++;
      if (line === 1) {
        const parsed = parseBackupHeader(text);
        if (!parsed.ok) return report(parsed.error);
        header = parsed.value;
        return null;
      }
      // Without a sound header, and with too many problems, more would only add noise.
      if (header === null || problems.length >= LIMITS.reportedProblems) return null;
      if (end !== null) return text.trim() === '' ? null : report([problem('unknown-record', line, AFTER_END)]);
      if (current !== null && !endsPack(text)) return pushToPack(current, text);
      closePack();
      const item = parseBackupLine(text, line);
      if (!item.ok) return report(item.error);
      take(item.value);
      return null;
    },
    hasEnded: () => end !== null,
    finish(sha256) {
      if (line === 0) report([problem('empty-file', 0, 'The file is empty.')]);
      closePack();
      if (header !== null && end === null) report([cutShort()]);
      else if (header !== null && problems.length === 0) {
        const { counts } = header;
        const isWhole =
          counts.packs === packs.size &&
          counts.subscriptions === state.subscriptions.size &&
          counts.corrections === state.corrections.length;
        if (!isWhole) report([cutShort()]);
        else if (end?.sha256 !== sha256) report([problem('cut-short', 0, CHANGED)]);
      }
      if (problems.length > 0) return err(problems.toSorted((a, b) => a.line - b.line));
      const { settings, privacy, subscriptions, corrections, removed, notes, hidden, merges, captures } = state;
      return ok({
        ...{ settings, privacy, corrections, merges, captures },
        subscriptions: [...subscriptions.values()],
        removed: [...removed],
        overlay: { notes, hidden },
      });
    },
  };
}

const AFTER_END = 'There is something after the end of the backup; the file was changed.';
const CHANGED = 'The backup is not what was saved: the file was changed or damaged. Choose another copy.';

const cutShort = (): PackProblem =>
  problem('cut-short', 0, 'The backup is not whole: the file was cut short. Choose another copy.');
