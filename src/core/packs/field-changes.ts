import * as v from 'valibot';
import { asOfSchema, factValueSchema } from '../model/fact.ts';
import { canonicalJson } from './diff-packs.ts';

/** A field of a record as it was and as it is, in words as plain as it has; empty where it is not given. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** So much of a field is shown. */
const MAX_LENGTH = 400;

/** The fields in which two versions of a record differ. */
export function changedFields(before: object, after: object): FieldChange[] {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((field) => {
    const [was, is]: unknown[] = [old.get(field), next.get(field)];
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return [];
    const words = [describe(was), describe(is)] as const;
    // What differs in a detail that the words leave out is shown in full.
    const [first, second] = words[0] === words[1] ? [asJson(was), asJson(is)] : words;
    return [{ field, before: first.slice(0, MAX_LENGTH), after: second.slice(0, MAX_LENGTH) }];
  });
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(describeItem).join(', ');
  const asOf = v.safeParse(asOfSchema, value);
  if (asOf.success) return asOf.output.basis === 'unknown' ? '' : asOf.output.date;
  const typed = v.safeParse(factValueSchema, value);
  if (typed.success && typed.output.type === 'money') return `${typed.output.number} ${typed.output.currency}`;
  if (typed.success && typed.output.type === 'quantity') return `${typed.output.number} ${typed.output.unit}`;
  if (typeof value === 'object' && value !== null && 'date-parts' in value && Array.isArray(value['date-parts']))
    return value['date-parts'].map((parts: unknown) => (Array.isArray(parts) ? parts.join('-') : '')).join('/');
  return asJson(value);
}

/** Lists hold texts, spellings (by their text), or references (by their source). */
function describeItem(item: unknown): string {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return asJson(item);
  if ('text' in item && typeof item.text === 'string') return item.text;
  return 'source' in item && typeof item.source === 'string' ? item.source : asJson(item);
}

const asJson = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));
