import * as v from 'valibot';
import { entitySchema } from '../model/entity.ts';
import { conflictSchema, factSchema } from '../model/fact.ts';
import {
  BACKUP_FORMAT,
  PACK_FORMAT,
  PACK_FORMAT_VERSION,
  packHeaderSchema,
  type PackHeader,
  type PackRecord,
} from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { sourceSchema } from '../model/source.ts';
import { isTooDeep, MAX_JSON_DEPTH } from './json-depth.ts';
import type { PackProblem } from './pack-problem.ts';

/** Parses the first line of a pack. */
export function parseHeaderLine(text: string, line: number): Result<PackHeader, readonly PackProblem[]> {
  const json = parseJsonObject(text, line);
  if (!json.ok) return json;
  if (json.value['format'] === BACKUP_FORMAT) {
    const message = 'This is a backup, not a fact pack: restore it under "Backup".';
    return err([{ code: 'not-a-pack', line, field: 'format', message }]);
  }
  if (json.value['format'] !== PACK_FORMAT) {
    const message = `This is not a fact pack: the first line must be a header with "format":"${PACK_FORMAT}".`;
    return err([{ code: 'not-a-pack', line, field: 'format', message }]);
  }
  const version = json.value['formatVersion'];
  if (typeof version === 'number' && version > PACK_FORMAT_VERSION) {
    const message = `This pack uses format ${version}, which is newer than this Sidelight reads. Update Sidelight, or ask the publisher for format ${PACK_FORMAT_VERSION}.`;
    return err([{ code: 'newer-format', line, field: 'formatVersion', message }]);
  }
  return checkFields(packHeaderSchema, json.value, line, '');
}

/** Parses any further line of a pack. */
export function parseRecordLine(
  text: string,
  line: number,
  maxLength: number = LIMITS.lineBytes,
): Result<PackRecord, readonly PackProblem[]> {
  const json = parseJsonObject(text, line, maxLength);
  return json.ok ? parseRecord(json.value, line) : json;
}

/** Checks the object of a line that should hold one record. */
export function parseRecord(
  record: Readonly<Record<string, unknown>>,
  line: number,
): Result<PackRecord, readonly PackProblem[]> {
  const [type, ...others] = Object.keys(record);
  if (type === undefined || others.length > 0) return unknownRecord(line);
  const body = record[type];
  switch (type) {
    case 'source':
      return mapOk(checkFields(sourceSchema, body, line, type), (source) => ({ type, source }));
    case 'entity':
      return mapOk(checkFields(entitySchema, body, line, type), (entity) => ({ type, entity }));
    case 'fact':
      return mapOk(checkFields(factSchema, body, line, type), (fact) => ({ type, fact }));
    case 'conflict':
      return mapOk(checkFields(conflictSchema, body, line, type), (conflict) => ({ type, conflict }));
    default:
      return unknownRecord(line);
  }
}

/** Parses a line as one JSON object, within the caps on length and depth. */
export function parseJsonObject(
  text: string,
  line: number,
  maxLength: number = LIMITS.lineBytes,
): Result<Record<string, unknown>, readonly PackProblem[]> {
  if (text.length > maxLength) {
    const message = `The line is longer than ${maxLength} characters; split the record.`;
    return err([{ code: 'line-too-long', line, field: '', message }]);
  }
  const notJson = (message: string) => err([{ code: 'not-json' as const, line, field: '', message }]);
  if (isTooDeep(text)) return notJson(`The line nests brackets more than ${MAX_JSON_DEPTH} deep.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return notJson(`The line is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
  }
  if (!isRecord(value)) return notJson('The line must be one JSON object.');
  return ok(value);
}

/** Checks a value, telling each problem by its field. */
export function checkFields<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  line: number,
  prefix: string,
): Result<v.InferOutput<S>, readonly PackProblem[]> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return ok(parsed.output);
  return err(
    parsed.issues.map((issue) => {
      const field = [prefix, v.getDotPath(issue) ?? ''].filter((part) => part !== '').join('.');
      return { code: 'invalid-field' as const, line, field, message: `${field} ${explain(issue)}.` };
    }),
  );
}

/** valibot's own words for a missing or surplus field are about its types; these are about the file. */
function explain(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'schema' && issue.received === 'undefined') return 'is missing';
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'is not a field of this format; remove it';
  const message = issue.message.startsWith('Invalid')
    ? `is not valid (expected ${issue.expected ?? 'another value'})`
    : issue.message;
  return issue.received === '' || issue.received === '""' ? message : `${message} (it is ${shorten(issue.received)})`;
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function unknownRecord(line: number): Result<never, readonly PackProblem[]> {
  const message = 'The line must hold one record: {"source":…}, {"entity":…}, {"fact":…} or {"conflict":…}.';
  return err([{ code: 'unknown-record', line, field: '', message }]);
}

function mapOk<T, U, E>(result: Result<T, E>, map: (value: T) => U): Result<U, E> {
  return result.ok ? ok(map(result.value)) : result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
