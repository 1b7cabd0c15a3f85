import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { CERTAINTIES, QUALITIES, type Certainty, type Quality } from '../model/fact.ts';

export const LIBRARY_SORTS = ['best', 'name', 'newest', 'facts'] as const;
export type LibrarySort = (typeof LIBRARY_SORTS)[number];

/** What the library is asked for. All of it stands in the address of the view. */
export type LibraryQuery = {
  /** What was typed. */
  readonly text: string;
  /** Of each list, any one suffices; an empty one asks for nothing. */
  readonly packs: readonly string[];
  readonly types: readonly EntityType[];
  readonly certainties: readonly Certainty[];
  readonly qualities: readonly Quality[];
  /** Days, `2019-08-05`, that a fact has to touch, both included; empty for no bound. */
  readonly from: string;
  readonly to: string;
  readonly isDisputed: boolean;
  /** Only what has news since the user last looked at the changes of its pack. */
  readonly isNew: boolean;
  /** `best` is by name where nothing was typed. */
  readonly sort: LibrarySort;
};

export const EVERYTHING: LibraryQuery = {
  text: '',
  packs: [],
  types: [],
  certainties: [],
  qualities: [],
  from: '',
  to: '',
  isDisputed: false,
  isNew: false,
  sort: 'best',
};

/** Longest text that is looked for. */
const MAX_TEXT = 200;
const MAX_PACKS = 64;

/** Name and value of each part of an address. */
type AddressParts = readonly (readonly [string, string])[];

/** The query as parts of an address; none where everything is asked for. */
export function libraryQueryParts(query: LibraryQuery): AddressParts {
  const { text, packs, types, certainties, qualities, from, to, isDisputed, isNew, sort } = query;
  const lists = { pack: packs, type: types, certainty: certainties, quality: qualities };
  const values = {
    ...{ q: text.slice(0, MAX_TEXT), from, to, sort: sort === 'best' ? '' : sort },
    ...{ disputed: isDisputed ? 'yes' : '', new: isNew ? 'yes' : '' },
  };
  return [
    ...Object.entries(lists).flatMap(([name, chosen]) => chosen.map((value) => [name, value] as const)),
    ...Object.entries(values).filter(([, value]) => value !== ''),
  ];
}

/** The query of an address. What it says wrongly it does not say. */
export function readLibraryQuery(parts: AddressParts): LibraryQuery {
  const all = (name: string): string[] => parts.flatMap(([key, value]) => (key === name ? [value] : []));
  const first = (name: string): string => all(name)[0] ?? '';
  return {
    text: first('q').slice(0, MAX_TEXT),
    packs: [...new Set(all('pack').filter((pack) => /^[\w.-]{1,128}$/.test(pack)))].slice(0, MAX_PACKS),
    types: ENTITY_TYPES.filter((type) => all('type').includes(type)),
    certainties: CERTAINTIES.filter((certainty) => all('certainty').includes(certainty)),
    qualities: QUALITIES.filter((quality) => all('quality').includes(quality)),
    from: readDay(first('from')),
    to: readDay(first('to')),
    isDisputed: first('disputed') === 'yes',
    isNew: first('new') === 'yes',
    sort: LIBRARY_SORTS.find((sort) => sort === first('sort')) ?? 'best',
  };
}

/** How many filters are set, what was typed and the order apart. */
export const countFilters = ({ packs, types, certainties, qualities, from, to, isDisputed, isNew }: LibraryQuery) =>
  packs.length +
  types.length +
  certainties.length +
  qualities.length +
  [from !== '', to !== '', isDisputed, isNew].filter(Boolean).length;

const readDay = (day: string): string => (/^\d{4}-\d\d-\d\d$/.test(day) ? day : '');
