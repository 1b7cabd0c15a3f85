import type { VNode } from 'preact';
import { copyText } from '../citing/copy-text.ts';
import { saveFile } from '../citing/save-file.ts';
import { formatEntities } from '../core/library/format-entities.ts';
import { EVERYTHING, type LibraryQuery } from '../core/library/library-query.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';
import { t, uiLocale } from '../locales/translate.ts';
import { formatRoute, parseRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import type { Connection } from '../storage/connection.ts';
import { readExtract } from '../storage/read-extract.ts';
import { LibraryPage } from '../ui/LibraryPage.tsx';
import { createLibraryClient } from './library-client.ts';

/** More names at once would be a pack, not a copy. */
const MAX_CHOSEN = 200;
/** Where the filters find room beside the list, in CSS pixels. */
const WIDE = 900;
/** How often a library that is being looked at asks whether packs have changed. */
const LOOK_INTERVAL_MS = 4000;

/** The view of all followed names. Its question stands in the address; its worker lives as long as the page. */
export function createLibraryView(
  send: Send,
  connection: Connection,
  redraw: () => void,
): (query: LibraryQuery) => VNode {
  const client = createLibraryClient(() => isShown() && redraw());
  let query: LibraryQuery = EVERYTHING;
  let asked: string | null = null;
  let scrollTop = 0;
  let chosen: ReadonlyMap<string, EntityRef> = new Map();

  const isShown = (): boolean => parseRoute(location.hash).view === 'library';
  setInterval(() => {
    if (asked !== null && isShown() && document.visibilityState === 'visible') client.refresh();
  }, LOOK_INTERVAL_MS);

  matchMedia(`(width >= ${WIDE}px)`).addEventListener('change', () => isShown() && redraw());

  const urlOf = (entity: EntityRef): string => formatRoute({ view: 'entity', entity, fact: null });
  /** Letters typed one after another are one step of the back button. */
  const changeQuery = (next: LibraryQuery, isTyping: boolean): void => {
    const url = formatRoute({ view: 'library', query: next });
    const isSameStep = isTyping && query.text !== '';
    if (isSameStep) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    // What was typed stands in the field already: one drawing, with the answer, is enough.
    if (isTyping) submit(next, url);
    else redraw();
  };
  const submit = (next: LibraryQuery, question: string): void => {
    query = next;
    if (question === asked) return;
    if (asked === null) client.refresh();
    else scrollTop = 0;
    asked = question;
    client.ask(next);
  };
  const choose = (ref: EntityRef): void => {
    const next = new Map(chosen);
    if (!next.delete(entityKey(ref)) && next.size < MAX_CHOSEN) next.set(entityKey(ref), ref);
    chosen = next;
    redraw();
  };
  const copyChosen = async (): Promise<boolean> => {
    const pages = await Promise.all([...chosen.values()].map((entity) => send('page.entity', { entity })));
    return copyText(formatEntities(pages.flatMap((page) => (page.ok && page.value !== null ? [page.value] : []))));
  };

  const exportChosen = async (): Promise<boolean> => {
    const today = new Date().toISOString().slice(0, 10);
    const id = `extract-${today}`;
    const profile = {
      id,
      title: t('library.extract', { date: today }),
      publisher: t('own.publisher'),
      published: today,
    };
    const text = await readExtract(await connection(), [...chosen.values()], profile);
    if (text === null) return false;
    saveFile(text, `${id}.factpack.jsonl`, 'application/jsonl');
    return true;
  };

  return (next) => {
    const question = formatRoute({ view: 'library', query: next });
    submit(next, question);
    return (
      <LibraryPage
        query={query}
        progress={client.state()}
        found={client.result()}
        chosenCount={chosen.size}
        isFullyChosen={chosen.size === MAX_CHOSEN}
        isWide={innerWidth >= WIDE}
        packsUrl={formatRoute({ view: 'packs' })}
        grid={{
          ...{ question, urlOf, scrollTop, rowAt: client.rowAt, onVisible: client.want, onChoose: choose },
          locale: uiLocale(),
          isChosen: (ref) => chosen.has(entityKey(ref)),
          onOpen: (ref) => location.assign(urlOf(ref)),
          onScroll: (top) => {
            scrollTop = top;
          },
        }}
        actions={{
          onQuery: changeQuery,
          onRetry: client.restart,
          onCopy: copyChosen,
          onExport: exportChosen,
          onChooseNone: () => {
            chosen = new Map();
            redraw();
          },
        }}
      />
    );
  };
}
