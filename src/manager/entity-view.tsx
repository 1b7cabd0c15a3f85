import type { VNode } from 'preact';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import type { EntityPage as EntityPageData, FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { uiLocale } from '../locales/translate.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { EntityPage } from '../ui/EntityPage.tsx';
import type { NoteSaver } from '../ui/OwnNotes.tsx';

/** The view of all that is known of an entity. It calls back when it has to be drawn anew. */
export async function showEntity(
  send: Send,
  redraw: () => void,
  entity: EntityRef,
  fact: string | null,
): Promise<VNode> {
  const answer = await send('page.entity', { entity });
  const page = answer.ok ? answer.value : null;
  const onNote: NoteSaver = async (target, text) => {
    const saved = await send('page.setNote', { target, text });
    if (!saved.ok) return saved.error.message;
    if (!saved.value.ok) return saved.value.error.map(({ message }) => message).join(' ');
    redraw();
    return null;
  };
  const setHidden = ({ origins }: FactView, isHidden: boolean): void => {
    const facts = origins.map((origin) => ({ pack: origin.pack, id: origin.fact }));
    void send('page.hideFacts', { facts, isHidden }).then(redraw);
  };
  const onPart = ({ entity: shown }: EntityPageData, other: EntityRef): void =>
    void send('page.setMerge', { a: shown.ref, b: other, verdict: 'different' }).then(redraw);
  return (
    <EntityPage
      key={`${entity.pack}/${entity.id}`}
      page={page}
      locale={uiLocale()}
      chosen={fact === null ? null : { pack: entity.pack, id: fact }}
      tools={{
        onFollow: (followed) => location.assign(formatRoute({ view: 'entity', entity: followed, fact: null })),
        onCopy: async (copied, format) => copyText(await formatCitation(copied, format)),
        own: { onNote, onHide: (hidden) => setHidden(hidden, true) },
      }}
      onShow={(hidden) => setHidden(hidden, false)}
      onPart={(other) => page !== null && onPart(page, other)}
    />
  );
}
