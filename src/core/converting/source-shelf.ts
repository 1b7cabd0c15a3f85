import { normalizeText } from '../text/normalize.ts';
import { draftId, withoutEmpty, type DraftRecord } from './draft-record.ts';
import { digestId, IdRegister } from './make-id.ts';

/** What the columns of a fact say about its source. */
export type SourceDetails = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly publisher: string;
  /** CSL date parts; null where none is given. */
  readonly issued: readonly number[] | null;
};

/** The sources that there are, and those that facts add to them. */
export class SourceShelf {
  readonly #byKey = new Map<string, Set<string>>();
  readonly #made = new Map<string, DraftRecord>();
  readonly #register = new IdRegister();

  constructor(drafts: readonly DraftRecord[]) {
    this.#register.reserve(drafts.map(draftId));
    for (const draft of drafts) this.#index(draft);
  }

  /** The ids of the sources with this id, original id (of a CSL-JSON item), address or title. */
  find(written: string): readonly string[] {
    for (const key of keysOf(written)) {
      const ids = this.#byKey.get(key);
      if (ids !== undefined) return [...ids];
    }
    return [];
  }

  /**
   * The id of the source that the columns describe, made if it is new; or the field in which they contradict an earlier row.
   * A source is known by its address, or else by title, publisher and date.
   */
  take(
    details: SourceDetails,
    draft: Omit<DraftRecord, 'type' | 'body'>,
  ): {
    readonly id: string;
    readonly contradicts: { readonly field: 'title' | 'publisher' | 'issued'; readonly line: number } | null;
  } {
    const { url, publisher, issued } = details;
    const title = details.title || url.replace(/^https?:\/\//i, '').slice(0, 300);
    const identity = url === '' ? JSON.stringify([title, publisher, issued]) : addressKey(url);
    const made = this.#made.get(details.id === '' ? identity : `id:${details.id}`);
    const body = withoutEmpty({
      ...{ type: url === '' ? 'document' : 'webpage', title, URL: url, publisher },
      issued: issued === null ? undefined : { 'date-parts': [issued] },
    });
    if (made !== undefined) {
      const given = withoutEmpty({ title: details.title, publisher, issued: body['issued'] });
      const field = (['title', 'publisher', 'issued'] as const).find(
        (name) => given[name] !== undefined && JSON.stringify(given[name]) !== JSON.stringify(made.body[name]),
      );
      return { id: draftId(made), contradicts: field === undefined ? null : { field, line: made.line } };
    }
    const [known] = url === '' ? [] : this.find(url);
    if (known !== undefined && details.id === '') return { id: known, contradicts: null };
    const id = details.id || this.#register.give(digestId(url === '' ? title : hostOf(url), identity));
    const record: DraftRecord = { ...draft, type: 'source', body: { id, ...body } };
    this.#made.set(details.id === '' ? identity : `id:${details.id}`, record);
    if (details.id !== '') this.#index(record);
    return { id, contradicts: null };
  }

  /** The sources that facts added. */
  made(): readonly DraftRecord[] {
    return [...this.#made.values()];
  }

  #index(draft: DraftRecord): void {
    const { URL: url, title } = draft.body;
    const id = draftId(draft);
    const put = (key: string): void => void this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(id));
    put(`id:${id}`);
    if (draft.originalId !== undefined) put(`id:${draft.originalId.toLowerCase()}`);
    if (typeof url === 'string') put(addressKey(url));
    if (typeof title === 'string') put(`title:${normalizeText(title).folded}`);
  }
}

const keysOf = (written: string): readonly string[] => [
  `id:${written.toLowerCase()}`,
  addressKey(written),
  `title:${normalizeText(written).folded}`,
];

/** One address, however it is written: scheme, `www.`, a slash at the end and what stands behind `#` do not count. */
const addressKey = (url: string): string =>
  `url:${url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')}`;

const hostOf = (url: string): string => addressKey(url).slice(4).split(/[/?]/)[0] ?? '';
