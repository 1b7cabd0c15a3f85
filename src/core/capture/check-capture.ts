import type * as v from 'valibot';
import { parseWrittenDate } from '../converting/written-date.ts';
import { aliasSchema, entitySchema, type Alias, type Entity } from '../model/entity.ts';
import { factSchema, type AsOf, type Fact } from '../model/fact.ts';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { sourceSchema, type Source } from '../model/source.ts';
import type { PackProblem } from '../packs/pack-problem.ts';
import { checkFields } from '../packs/parse-record.ts';
import type { Capture, CaptureDraft } from './capture.ts';
import type { CaptureProblem } from './capture-problem.ts';
import { parseAuthors, type SourceFields } from './source-fields.ts';

/** The records that a capture gives, sound in themselves; their ids are still to be given. */
export type CheckedCapture = {
  /** The new entity, if it is about none that is known. */
  readonly entity: Entity | null;
  /** The new name of one that is known. */
  readonly alias: Alias | null;
  readonly source: Source | null;
  readonly fact: Fact | null;
};

/** Stands where an id will be. */
const LATER = 'later';

type Problems = readonly CaptureProblem[];

/** Checks a capture by the same rules as a pack, and tells every problem by its field of the form. */
export function checkCapture({ intent, quote, prefix, suffix, draft }: Capture): Result<CheckedCapture, Problems> {
  const entity = draft.subject === null ? checkEntity(draft) : ok(null);
  if (intent === 'follow') {
    const alias = draft.subject === null ? ok(null) : checkAlias(draft);
    if (!entity.ok || !alias.ok) return err(problemsOf(entity, alias));
    return ok({ entity: entity.value, alias: alias.value, source: null, fact: null });
  }
  const source = checkSource(draft.source);
  const fact = checkFact(draft, {
    source: LATER,
    quote,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  });
  if (!entity.ok || !source.ok || !fact.ok) return err(problemsOf(entity, fact, source));
  return ok({ entity: entity.value, alias: null, source: source.value, fact: fact.value });
}

const checkEntity = ({ name, entityType: type }: CaptureDraft): Result<Entity, Problems> => {
  const checked = check(entitySchema, { id: LATER, name: name.trim(), type }, { name: 'name' });
  // The name is an alias too, with a rule more.
  const asAlias = check(aliasSchema, { text: name.trim() }, { text: 'name' });
  return checked.ok && !asAlias.ok ? asAlias : checked;
};

const checkAlias = ({ name }: CaptureDraft): Result<Alias, Problems> =>
  check(aliasSchema, { text: name.trim() }, { text: 'name' });

function checkSource(fields: SourceFields): Result<Source, Problems> {
  const issued = readDate(fields.issued, 'source.issued', DAY);
  const accessed = readDate(fields.accessed, 'source.accessed', DAY);
  const checked = check(
    sourceSchema,
    withoutEmpty({
      id: LATER,
      type: fields.type,
      title: fields.title.trim(),
      author: parseAuthors(fields.authors),
      issued: issued.ok ? cslDate(issued.value) : undefined,
      accessed: accessed.ok ? cslDate(accessed.value) : undefined,
      'container-title': fields.site.trim(),
      publisher: fields.publisher.trim(),
      URL: fields.url.trim(),
      DOI: fields.doi.trim(),
      language: fields.language.trim(),
    }),
    {
      ...{ title: 'source.title', author: 'source.authors', 'container-title': 'source.site' },
      ...{ publisher: 'source.publisher', URL: 'source.url', DOI: 'source.doi', language: 'source.language' },
    },
  );
  return checked.ok && issued.ok && accessed.ok ? checked : err(problemsOf(checked, issued, accessed));
}

function checkFact(draft: CaptureDraft, reference: Readonly<Record<string, string>>): Result<Fact, Problems> {
  const asOf = readDate(draft.asOf, 'asOf', null);
  const checked = check(
    factSchema,
    {
      ...{ id: LATER, subjects: [LATER], statement: draft.statement.trim(), kind: draft.kind.trim() },
      asOf: asOf.ok ? asOfOf(asOf.value, draft.source) : { basis: 'unknown' },
      certainty: draft.certainty,
      references: [reference],
    },
    { statement: 'statement', kind: 'kind', references: 'quote' },
  );
  return checked.ok && asOf.ok ? checked : err(problemsOf(checked, asOf));
}

/** A date that is the page's own says so. */
function asOfOf(date: string, source: SourceFields): AsOf {
  if (date === '') return { basis: 'unknown' };
  const own = parseWrittenDate(source.issued);
  return { date, basis: own.ok && own.value === date ? 'document-date' : 'stated' };
}

const DAY = /^\d{4}(?:-\d\d){0,2}$/;

/** A date as people write it; empty where none is given. */
function readDate(written: string, field: string, shape: RegExp | null): Result<string, Problems> {
  if (written.trim() === '') return ok('');
  const date = parseWrittenDate(written);
  if (!date.ok) return err([{ field, message: date.error.message }]);
  if (shape !== null && !shape.test(date.value))
    return err([{ field, message: 'must be a year, a month or a day, such as 2026-03-05.' }]);
  return date;
}

const cslDate = (date: string): unknown => (date === '' ? undefined : { 'date-parts': [date.split('-').map(Number)] });

/** Checks one record and names its problems by the fields of the form that `places` gives for its own. */
function check<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  places: Readonly<Record<string, string>>,
): Result<v.InferOutput<S>, Problems> {
  const checked = checkFields(schema, value, 0, '');
  if (checked.ok) return checked;
  return err(
    checked.error
      .slice(0, LIMITS.reportedProblems)
      .map((problem) => ({ field: placeOf(problem, places), message: messageOf(problem) })),
  );
}

const placeOf = ({ field }: PackProblem, places: Readonly<Record<string, string>>): string =>
  places[field.split('.', 1)[0] ?? ''] ?? '';

/** Without the field's name in the format: its label stands beside the message. */
const messageOf = ({ field, message }: PackProblem): string =>
  message.startsWith(`${field} `) ? message.slice(field.length + 1) : message;

const problemsOf = (...results: readonly Result<unknown, Problems>[]): CaptureProblem[] =>
  results.flatMap((result) => (result.ok ? [] : result.error));

const withoutEmpty = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([name, value]) =>
        name === 'title' || (value !== '' && value !== undefined && !(Array.isArray(value) && value.length === 0)),
    ),
  );
