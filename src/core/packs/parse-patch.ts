import * as v from 'valibot';
import { packHeaderSchema, type PackRecord } from '../model/fact-pack.ts';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { idSchema, textOf } from '../model/text-fields.ts';
import { RECORD_KINDS } from './diff-packs.ts';
import { PATCH_FORMAT, PATCH_FORMAT_VERSION, type PackPatch, type RecordRef } from './pack-patch.ts';
import type { PackProblem } from './pack-problem.ts';
import { checkFields, parseJsonObject, parseRecord } from './parse-record.ts';

const headSchema = v.strictObject({
  format: v.literal(PATCH_FORMAT, `must be "${PATCH_FORMAT}"`),
  formatVersion: v.literal(
    PATCH_FORMAT_VERSION,
    `must be ${PATCH_FORMAT_VERSION}: a newer format needs a newer Sidelight`,
  ),
  pack: idSchema,
  from: v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(1)),
  header: v.optional(packHeaderSchema),
  remarks: v.optional(v.pipe(v.array(textOf(LIMITS.noteLength)), v.maxLength(LIMITS.corrections)), []),
});

const removalSchema = v.strictObject({
  remove: v.union(RECORD_KINDS.map((kind) => v.strictObject({ [kind]: idSchema }))),
});

/** Whether a first line is the header of a patch rather than of a pack. */
export function isPatchLine(line: string): boolean {
  const json = parseJsonObject(line.replace(/^\ufeff/, ''), 1);
  return json.ok && json.value['format'] === PATCH_FORMAT;
}

/** Parses a patch from its text. Refused as a whole, with all problems, if any line is unsound. Never throws. */
export function parsePatch(text: string): Result<PackPatch, readonly PackProblem[]> {
  const [first = '', ...rest] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const json = parseJsonObject(first, 1);
  if (!json.ok) return json;
  const head = checkFields(headSchema, json.value, 1, '');
  if (!head.ok) return head;
  const problems: PackProblem[] = [];
  const put: PackRecord[] = [];
  const remove: RecordRef[] = [];
  rest.forEach((content, position) => {
    if (content.trim() === '') return;
    const line = position + 2;
    const parsed = parseJsonObject(content, line);
    const removal = parsed.ok ? parseRemoval(parsed.value) : null;
    if (removal !== null) return void remove.push(removal);
    const record = parsed.ok ? parseRecord(parsed.value, line) : parsed;
    if (record.ok) put.push(record.value);
    else if (problems.length < LIMITS.reportedProblems) problems.push(...record.error);
  });
  if (problems.length > 0) return err(problems);
  const { pack, from, header, remarks } = head.value;
  return ok({ pack, from, header: header ?? null, put, remove, remarks });
}

function parseRemoval(line: Record<string, unknown>): RecordRef | null {
  if (!Object.hasOwn(line, 'remove')) return null;
  const parsed = v.safeParse(removalSchema, line);
  if (!parsed.success) return null;
  const [entry] = Object.entries(parsed.output.remove);
  const kind = RECORD_KINDS.find((known) => known === entry?.[0]);
  return kind === undefined || entry?.[1] === undefined ? null : { kind, id: entry[1] };
}
