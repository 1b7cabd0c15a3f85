import type { Alias } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import { measureOf } from '../model/fact-measure.ts';
import { bodyOf } from '../packs/pack-patch.ts';
import { freeId } from './stand-in.ts';

/** What stands in the fields of a form, by the names of the fields. */
export type FormValues = Readonly<Record<string, string>>;
/** A record as in a line of a pack, not checked yet. */
export type RecordDraft = Readonly<Record<string, unknown>>;

/** The kinds of records that have a form; conflicts are made by publishers. */
export type FormKind = 'entity' | 'fact' | 'source';

/** What can be edited of each kind; everything else of a record stays as it is. */
export const FORM_FIELDS = {
  entity: ['name', 'type', 'description', 'aliases'],
  fact: ['statement', 'kind', 'number', 'unit', 'certainty', 'quality', 'asOf', 'note'],
  source: ['title', 'URL', 'container-title', 'issued'],
} as const satisfies Readonly<Record<FormKind, readonly string[]>>;

export const NEW_VALUES: Readonly<Record<FormKind, FormValues>> = {
  entity: { name: '', type: 'company', description: '', aliases: '' },
  fact: { statement: '', kind: 'note', number: '', unit: '', certainty: 'reported', quality: 'ok', asOf: '', note: '' },
  source: { title: '', URL: '', 'container-title': '', issued: '' },
};

/** What a form shows of a record. Aliases stand on a line each. */
export function readValues(record: PackRecord): FormValues {
  switch (record.type) {
    case 'entity': {
      const { name, type, description = '', aliases } = record.entity;
      return { name, type, description, aliases: aliases.map(({ text }) => text).join('\n') };
    }
    case 'fact': {
      const { statement, kind, certainty, quality, asOf, note = '' } = record.fact;
      const date = asOf.basis === 'unknown' ? '' : asOf.date;
      return { statement, kind, ...readMeasure(record.fact), certainty, quality, asOf: date, note };
    }
    case 'source': {
      const { title, URL: url = '', 'container-title': container = '', issued } = record.source;
      return { title, URL: url, 'container-title': container, issued: formatParts(issued?.['date-parts'][0]) };
    }
    case 'conflict':
      return {};
  }
}

/** The record with what stands in a form; not checked, for what is wrong is to be told beside its field. */
export function changeRecord(record: PackRecord, values: FormValues): RecordDraft {
  switch (record.type) {
    case 'entity':
      return { entity: entityOf(record.entity, values, record.entity.aliases) };
    case 'fact': {
      const { asOf } = record.fact;
      const isSame = asOf.basis !== 'unknown' && asOf.date === values['asOf'];
      return { fact: { ...factOf(record.fact, values), ...(isSame ? { asOf } : {}) } };
    }
    case 'source':
      return { source: sourceOf(record.source, values) };
    case 'conflict':
      return { conflict: record.conflict };
  }
}

/** A new entity under an id that is free. */
export const newEntity = (values: FormValues, present: readonly PackRecord[]): RecordDraft => ({
  entity: entityOf({ id: idFor('entity', values['name'] ?? '', present) }, values, []),
});

/**
 * A new fact about a record of the overlay, with its source.
 *
 * @param sourceId a source that is there; '' for a new one, whose fields have `source.` before their names.
 */
export function newFact(
  values: FormValues,
  subject: string,
  sourceId: string,
  present: readonly PackRecord[],
): RecordDraft[] {
  const fields = Object.fromEntries(FORM_FIELDS.source.map((name) => [name, values[`source.${name}`] ?? '']));
  const source = sourceId === '' ? idFor('source', fields['title'] ?? '', present) : sourceId;
  const identity = { id: idFor('fact', values['statement'] ?? '', present), subjects: [subject] };
  const fact = factOf({ ...identity, references: [{ source }] }, values);
  return [...(sourceId === '' ? [{ source: sourceOf({ id: source, type: 'webpage' }, fields) }] : []), { fact }];
}

const entityOf = (base: object, values: FormValues, aliases: readonly Alias[]): object => ({
  ...withTexts(base, values, ['name', 'type', 'description'], ['description']),
  aliases: (values['aliases'] ?? '').split('\n').flatMap((line) => {
    const text = line.trim();
    return text === '' ? [] : [aliases.find((alias) => alias.text === text) ?? { text }];
  }),
});

const factOf = (base: Partial<Fact>, values: FormValues): object => {
  const date = (values['asOf'] ?? '').trim();
  return {
    ...withTexts(withMeasure(base, values), values, ['statement', 'kind', 'certainty', 'quality', 'note'], ['note']),
    asOf: date === '' ? { basis: 'unknown' } : { basis: 'stated', date },
  };
};

/** A spelling with its rules: `words` and `not` hold a phrase on each line. */
export function newAlias(values: FormValues): RecordDraft {
  const lines = (name: string): string[] => (values[name] ?? '').split('\n').flatMap((line) => line.trim() || []);
  const [words, not] = [lines('words'), lines('not')];
  return {
    text: (values['text'] ?? '').trim(),
    ...(values['case'] === 'exact' ? { case: 'exact' } : {}),
    ...(words.length === 0 ? {} : { needs: { words } }),
    ...(not.length === 0 ? {} : { not }),
  };
}

function readMeasure(fact: Fact): { readonly number: string; readonly unit: string } {
  const measure = measureOf(fact);
  if (measure === null) return { number: '', unit: '' };
  return { number: String(measure.number), unit: measure.type === 'money' ? measure.currency : measure.unit };
}

/** The fact with the number of a form: money where its unit is the code of a currency. Other values than numbers stay. */
function withMeasure(base: Partial<Fact>, values: FormValues): object {
  const [text, unit] = [(values['number'] ?? '').trim(), (values['unit'] ?? '').trim()];
  const before = measureOf(base);
  if (text === '') return before === null ? base : omit(base, 'value');
  const { qualifier } = before ?? {};
  const shared = { number: Number(text), ...(qualifier === undefined ? {} : { qualifier }) };
  const per = before?.type === 'money' && before.per !== undefined ? { per: before.per } : {};
  const value = /^[A-Z]{3}$/.test(unit)
    ? { type: 'money', ...shared, currency: unit, ...per }
    : { type: 'quantity', ...shared, unit };
  return { ...base, value };
}

function sourceOf(base: object, values: FormValues): object {
  const source = withTexts(base, values, ['title', 'URL', 'container-title'], ['URL', 'container-title']);
  const issued = (values['issued'] ?? '').trim();
  if (issued === '') return omit(source, 'issued');
  // What is no date becomes one that no calendar has, so that the check tells it by its field.
  const parts = /^\d{4}(?:-\d{1,2}){0,2}$/.test(issued) ? issued.split('-').map(Number) : [0];
  return { ...source, issued: { 'date-parts': [parts] } };
}

/** The record with these texts, trimmed; one that is empty goes if it may. */
function withTexts(base: object, values: FormValues, names: readonly string[], optional: readonly string[]): object {
  let record = base;
  for (const name of names) {
    const text = (values[name] ?? '').trim();
    record = text === '' && optional.includes(name) ? omit(record, name) : { ...record, [name]: text };
  }
  return record;
}

const omit = (record: object, name: string): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

const formatParts = (parts: readonly number[] | undefined): string =>
  (parts ?? []).map((part, place) => String(part).padStart(place === 0 ? 4 : 2, '0')).join('-');

/** A readable id that is free: the first words in ASCII, or the kind for names in other scripts. */
function idFor(kind: FormKind, text: string, present: readonly PackRecord[]): string {
  const words = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/g);
  const stem = (words ?? [kind]).slice(0, MAX_WORDS).join('-').slice(0, MAX_STEM);
  const taken = new Set(present.filter(({ type }) => type === kind).map((record) => bodyOf(record).id));
  return freeId(stem, (id) => taken.has(id));
}

const MAX_WORDS = 6;
const MAX_STEM = 60;
