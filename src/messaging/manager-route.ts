import type { FactView } from '../core/card/card-view.ts';
import { CLAIM_ORDERS, type ClaimOrder } from '../core/card/claim-sections.ts';
import { EVERYTHING, libraryQueryParts, readLibraryQuery, type LibraryQuery } from '../core/library/library-query.ts';
import type { EntityRef } from '../core/model/entity.ts';

/** What somebody wants to correct: the name as it stood on a page, and what it was taken for. */
export type CorrectionDraft = {
  readonly entity: EntityRef;
  readonly alias: string;
  readonly sentence: string;
  readonly site: string;
  readonly others: readonly EntityRef[];
};

/** The views of the manager. Each has an address, for bookmarks, the back button, and links from card and brief. */
export type ManagerRoute =
  | { readonly view: 'library'; readonly query: LibraryQuery }
  | { readonly view: 'welcome' }
  | { readonly view: 'packs' }
  | { readonly view: 'review'; readonly pack: string; readonly which: 'pending' | 'last' }
  | { readonly view: 'subscribe'; readonly url: string }
  | { readonly view: 'requests' }
  | { readonly view: 'own' }
  | { readonly view: 'inbox' }
  | { readonly view: 'capture'; readonly capture: string }
  | { readonly view: 'settings' }
  | { readonly view: 'health' }
  | { readonly view: 'backup' }
  | {
      readonly view: 'entity';
      readonly entity: EntityRef;
      readonly fact: string | null;
      /** By kind where it is absent. */
      readonly order?: ClaimOrder;
    }
  | { readonly view: 'corrections'; readonly draft: CorrectionDraft | null };

/** Where a fact stands with all others of an entity, or all of them: under the record of the pack it is from, since another pack may use its id. */
export function routeOfFact(entity: EntityRef, fact: FactView | null): ManagerRoute {
  const origin = fact?.origins[0];
  const record = origin === undefined ? entity : { pack: origin.pack, id: origin.entity };
  return { view: 'entity', entity: record, fact: fact?.id ?? null };
}

/** Longest sentence that goes into an address. */
const MAX_SENTENCE = 600;
const MAX_ADDRESS = 2048;

/** The address of a view, from the extension's root. */
export function formatRoute(route: ManagerRoute): string {
  switch (route.view) {
    case 'library': {
      const query = new URLSearchParams(
        libraryQueryParts(route.query).map(([name, value]) => [name, value]),
      ).toString();
      return `/manager.html#/library${query === '' ? '' : `?${query}`}`;
    }
    case 'review':
      return `/manager.html#/review/${route.pack}/${route.which}`;
    case 'subscribe':
      return `/manager.html#/subscribe${route.url === '' ? '' : `?${new URLSearchParams([['url', route.url]]).toString()}`}`;
    case 'requests':
      return '/manager.html#/requests';
    case 'packs':
    case 'welcome':
    case 'own':
    case 'inbox':
    case 'settings':
    case 'health':
      return `/manager.html#/${route.view}`;
    case 'capture':
      return `/manager.html#/capture/${route.capture}`;
    case 'backup':
      return '/manager.html#/backup';
    case 'entity': {
      const { entity, fact, order = 'kind' } = route;
      const path = `${entity.pack}/${entity.id}${fact === null ? '' : `/${fact}`}`;
      return `/manager.html#/entity/${path}${order === 'kind' ? '' : `?order=${order}`}`;
    }
    case 'corrections':
      return `/manager.html#/corrections${route.draft === null ? '' : `?${formatDraft(route.draft)}`}`;
  }
}

/** The view at a fragment; all names for whatever names none. */
export function parseRoute(fragment: string): ManagerRoute {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?', 2);
  const [view, ...ids] = path.split('/');
  const [pack, id, fact] = ids;
  if (view === 'library') return { view, query: readLibraryQuery([...new URLSearchParams(query)]) };
  if (view === 'entity' && isId(pack) && isId(id)) {
    const order = CLAIM_ORDERS.find((known) => known !== 'kind' && known === new URLSearchParams(query).get('order'));
    return { view, entity: { pack, id }, fact: isId(fact) ? fact : null, ...(order && { order }) };
  }
  if (view === 'review' && isId(pack)) return { view, pack, which: id === 'last' ? 'last' : 'pending' };
  if (view === 'subscribe') return { view, url: (new URLSearchParams(query).get('url') ?? '').slice(0, MAX_ADDRESS) };
  if (view === 'capture' && isId(pack)) return { view, capture: pack };
  if (view !== undefined && isPlainView(view)) return { view };
  if (view === 'corrections') return { view, draft: parseDraft(new URLSearchParams(query)) };
  return { view: 'library', query: EVERYTHING };
}

const PLAIN_VIEWS = ['packs', 'requests', 'backup', 'own', 'inbox', 'settings', 'health', 'welcome'] as const;

const isPlainView = (view: string): view is (typeof PLAIN_VIEWS)[number] => PLAIN_VIEWS.some((plain) => plain === view);

const formatDraft = ({ entity, alias, sentence, site, others }: CorrectionDraft): string =>
  new URLSearchParams([
    ['entity', `${entity.pack}/${entity.id}`],
    ['alias', alias],
    ['sentence', sentence.slice(0, MAX_SENTENCE)],
    ['site', site],
    ...others.map((other) => ['other', `${other.pack}/${other.id}`]),
  ]).toString();

function parseDraft(query: URLSearchParams): CorrectionDraft | null {
  const entity = parseRef(query.get('entity'));
  const alias = query.get('alias') ?? '';
  if (entity === null || alias === '') return null;
  const others = query
    .getAll('other')
    .map(parseRef)
    .filter((other) => other !== null);
  return { entity, alias, sentence: query.get('sentence') ?? '', site: query.get('site') ?? '', others };
}

function parseRef(text: string | null): EntityRef | null {
  const [pack, id] = (text ?? '').split('/');
  return isId(pack) && isId(id) ? { pack, id } : null;
}

const isId = (text: string | undefined): text is string => text !== undefined && /^[\w.-]{1,128}$/.test(text);
