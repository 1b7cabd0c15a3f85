import * as v from 'valibot';
import { pairSchema } from '../merging/merge-choices.ts';
import { correctionSchema } from '../model/correction.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../model/privacy.ts';
import { settingsSchema, type Settings } from '../model/settings.ts';
import { idSchema } from '../model/text-fields.ts';
import { hiddenFactSchema, ownNoteSchema } from '../overlay/overlay-state.ts';
import { bodyOf } from '../packs/pack-patch.ts';
import { parseRecord } from '../packs/parse-record.ts';
import { listItems } from './list-items.ts';
import { withoutDangling } from './live-items.ts';
import { sharedSubscriptionSchema, takePart } from './shared-subscription.ts';
import { SITE_LISTS } from './site-lists.ts';
import type { SyncItems } from './sync-entry.ts';
import type { SyncedState } from './synced-state.ts';

const levelSchema = v.picklist(PRIVACY_LEVELS);
const mergeSchema = v.strictObject({ verdict: v.picklist(['same', 'different']), pair: pairSchema });

type Named = readonly (readonly [name: string, value: unknown])[];

/**
 * The state of which these are the items. Another device wrote them, perhaps with another version of Sidelight: whatever is unsound,
 * unknown or too much here is passed over, and `listItems` of the result shows what was.
 *
 * @param present what this device has: it stays where an item cannot be read, and what is not shared is taken from there
 */
export function readItems(items: SyncItems, present: SyncedState): SyncedState {
  const read = readSound(items, present);
  const known = listItems(read);
  const kept = [...listItems(present)].filter(([key]) => items.has(key) && !known.has(key));
  return kept.length === 0 ? read : readSound(new Map([...items, ...kept]), present);
}

function readSound(items: SyncItems, present: SyncedState): SyncedState {
  const byKind = Map.groupBy(items, ([key]) => key.slice(0, key.indexOf(' ')));
  const ofKind = (kind: string): Named =>
    (byKind.get(kind) ?? []).map(([key, value]) => [key.slice(kind.length + 1), value]);
  const valuesOf = <const S extends v.GenericSchema>(kind: string, schema: S, most: number): v.InferOutput<S>[] =>
    soundOnes(
      schema,
      ofKind(kind).map(([, value]) => value),
    ).slice(-most);
  const merges = valuesOf('merge', mergeSchema, LIMITS.mergeChoices);
  const said = (wanted: 'same' | 'different') =>
    merges.flatMap(({ verdict, pair }) => (verdict === wanted ? [pair] : []));
  return {
    settings: readSettings(ofKind, present.settings),
    privacy: {
      packs: readLevels(ofKind('privacy-pack'), idSchema),
      entities: readLevels(ofKind('privacy-entity'), v.string()),
    },
    subscriptions: valuesOf('subscription', sharedSubscriptionSchema, LIMITS.packs).map((shared) =>
      takePart(
        shared,
        present.subscriptions.find(({ pack }) => pack === shared.pack),
      ),
    ),
    corrections: soundOnes(
      correctionSchema,
      ofKind('correction').map(([name]) => parseJson(name)),
    ).slice(-LIMITS.corrections),
    overlay: {
      notes: valuesOf('note', ownNoteSchema, LIMITS.ownNotes),
      hidden: valuesOf('hidden', hiddenFactSchema, LIMITS.hiddenFacts),
    },
    merges: { same: said('same'), different: said('different') },
    records: withoutDangling(ofKind('own').flatMap(([name, value]) => readRecord(name, value))),
  };
}

/** Each setting by itself: an unsound one must not cost the others. */
function readSettings(ofKind: (kind: string) => Named, present: Settings): Settings {
  const sites = Object.fromEntries(SITE_LISTS.map((list) => [list, ofKind(list).map(([site]) => site)]));
  let settings = parseOr(settingsSchema, { ...present, ...sites }, present);
  for (const [field, value] of ofKind('setting'))
    if (Object.hasOwn(settings, field)) settings = parseOr(settingsSchema, { ...settings, [field]: value }, settings);
  return settings;
}

const readLevels = (named: Named, nameSchema: v.GenericSchema<string>): Record<string, PrivacyLevel> =>
  Object.fromEntries(
    named.flatMap(([name, value]) => {
      const level = v.safeParse(levelSchema, value);
      return level.success && v.is(nameSchema, name) ? [[name, level.output]] : [];
    }),
  );

function readRecord(name: string, value: unknown): PackRecord[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = parseRecord({ ...value }, 0);
  return record.ok && `${record.value.type} ${bodyOf(record.value).id}` === name ? [record.value] : [];
}

const soundOnes = <const S extends v.GenericSchema>(schema: S, values: readonly unknown[]): v.InferOutput<S>[] =>
  values.flatMap((value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [parsed.output] : [];
  });

function parseOr<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  instead: v.InferInput<S>,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : v.parse(schema, instead);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
