import { normalizeText } from '../text/normalize.ts';
import { textDigest } from './text-digest.ts';

const MAX_SLUG = 48;
const DIGEST_DIGITS = 8;

/**
 * A valid id made from a name, the same for the same name whatever stands around it. Latin letters and digits are kept without
 * accents and case; where that loses letters (华为) or the name is long, a digest of the name tells it from others.
 */
export function makeId(name: string, kind: 'entity' | 'source'): string {
  const folded = normalizeText(name).folded;
  const slug = latinSlug(folded);
  const isWhole = slug !== '' && slug.length <= MAX_SLUG && /^[a-z0-9 ]+$/.test(folded);
  if (isWhole) return slug;
  const digest = textDigest(name.normalize('NFC').trim(), DIGEST_DIGITS);
  return `${slug === '' ? kind : cutSlug(slug)}-${digest}`;
}

/** An id made of a readable beginning and a digest of what identifies the record. */
export const digestId = (beginning: string, identity: string): string =>
  `${cutSlug(latinSlug(normalizeText(beginning).folded)) || 'x'}-${textDigest(identity, DIGEST_DIGITS)}`;

const latinSlug = (folded: string): string => (folded.match(/[a-z0-9]+/g) ?? []).join('-');

/** At most {@link MAX_SLUG} characters, cut between words if there is a word to be cut off. */
function cutSlug(slug: string): string {
  if (slug.length <= MAX_SLUG) return slug;
  const cut = slug.slice(0, MAX_SLUG);
  return (cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : cut) || cut;
}

/** Gives out ids, each once: the second record that would have the same one gets "-2" behind it, the third "-3". */
export class IdRegister {
  readonly #taken = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Ids that are spoken for and must not be given to another record. */
  reserve(ids: Iterable<string>): void {
    for (const id of ids) this.#taken.add(id);
  }

  give(wanted: string): string {
    let count = this.#counts.get(wanted) ?? 1;
    let id = count === 1 ? wanted : `${wanted}-${count}`;
    while (this.#taken.has(id)) id = `${wanted}-${++count}`;
    this.#counts.set(wanted, count);
    this.#taken.add(id);
    return id;
  }
}
