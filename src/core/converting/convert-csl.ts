import { LIMITS } from '../model/limits.ts';
import type { ProblemLog } from './conversion-problem.ts';
import { cslDate, cslNames, cslText, type CslDate } from './csl-fields.ts';
import { sourceTypeOf } from './csl-types.ts';
import { withoutEmpty, type DraftRecord } from './draft-record.ts';
import { IdRegister, makeId } from './make-id.ts';
import { isJsonObject, readJson, type JsonObject } from './read-json.ts';

/** Fields that are taken as they are, besides those that need a closer look. */
const TEXT_FIELDS = [
  'title',
  'container-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'page',
  'genre',
  'event-title',
  'URL',
  'language',
] as const;

/**
 * Sources from CSL-JSON as Zotero and Pandoc export it: a list of items, or one. Fields that the format has not are dropped, types
 * get the nearest one, and ids are made valid: of `http://zotero.org/users/1/items/AB12` remains `ab12`. A date in words goes into
 * the note. Problems name the item, from 1. Never throws.
 */
export function convertCsl(file: string, text: string, log: ProblemLog): readonly DraftRecord[] {
  const json = readJson(file, text);
  if (!json.ok) {
    for (const problem of json.error) log.add(problem);
    return [];
  }
  const items: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
  const register = new IdRegister();
  return items.flatMap((item, position) => {
    const line = position + 1;
    const report = (field: string, message: string): void =>
      log.add({ code: 'invalid-value', file, line, field, message: `Item ${line}: ${message}` });
    if (!isJsonObject(item)) {
      report('', 'it is no CSL-JSON item; export the sources as CSL JSON again.');
      return [];
    }
    if ((cslText(item['title']) ?? '') === '') {
      report('title', 'it has no title; give it one where the list was exported from.');
      return [];
    }
    const originalId = cslText(item['citation-key']) || cslText(item['id']) || '';
    const id = register.give(validId(originalId, item));
    const fieldName = (path: string): string => path.replace(/^source\./, '');
    return [{ type: 'source' as const, body: { id, ...bodyOf(item) }, file, line, originalId, fieldName }];
  });
}

function validId(originalId: string, item: JsonObject): string {
  const last = originalId.split('/').findLast((part) => part !== '') ?? '';
  if (last !== '') return makeId(last, 'source');
  return makeId(`${cslText(item['title']) ?? ''} ${cslText(item['URL']) ?? ''}`.trim(), 'source');
}

function bodyOf(item: JsonObject): Record<string, unknown> {
  const [issued, accessed] = [cslDate(item['issued']), cslDate(item['accessed'])];
  const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, cslText(item[field])]));
  const note = [cslText(item['note']) ?? '', issued.words === undefined ? '' : `Date: ${issued.words}`];
  return withoutEmpty({
    type: sourceTypeOf(item['type']),
    ...texts,
    DOI: cslText(item['DOI'])?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    author: cslNames(item['author']),
    issued: dateField(issued),
    accessed: dateField(accessed),
    note: cutText(note.filter((part) => part !== '').join(' '), LIMITS.noteLength),
  });
}

const dateField = ({ parts }: CslDate) => (parts === undefined ? undefined : { 'date-parts': parts });

/** Cut before a surrogate pair rather than in it. */
const cutText = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
