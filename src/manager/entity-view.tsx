import type { VNode } from 'preact';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import type { FactView, OriginView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { uiLocale } from '../locales/translate.ts';
import { formatRoute, type ManagerRoute } from '../messaging/manager-route.ts';
import { changeRecord, newAlias, newFact } from '../core/overlay/record-form.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { EntityAdditions } from '../ui/AddToEntity.tsx';
import { problemsOf } from './own-view.tsx';
import { listNames, tryName, type TryPorts } from './try-name.ts';
import { createSameTools } from './same-tools.ts';
import { EntityPage } from '../ui/EntityPage.tsx';
import type { FactCorrecting } from '../ui/CorrectableFact.tsx';
import type { TryTools } from '../ui/TryName.tsx';
import type { NoteSaver } from '../ui/OwnNotes.tsx';

type EntityRoute = Extract<ManagerRoute, { view: 'entity' }>;

/** The view of all that is known of an entity. It calls back when it has to be drawn anew. */
export async function showEntity(
  ports: TryPorts,
  redraw: () => void,
  { entity, fact, order = 'kind' }: EntityRoute,
): Promise<VNode> {
  const { send } = ports;
  const [answer, own, words, related, privacy, names] = await Promise.all([
    send('page.entity', { entity }),
    send('page.ownRecords', {}),
    send('page.mergeWords', { entity }),
    send('page.related', { entity }),
    send('page.entityPrivacy', { entity }),
    listNames(ports, entity),
  ]);
  const page = answer.ok ? answer.value : null;
  const trying: TryTools = { names, onTry: (text) => tryName(ports, page?.entity.ref ?? entity, text) };
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
  const correcting: FactCorrecting = {
    async onRead({ origins: [origin] }) {
      const read = origin === undefined ? null : await send('page.factRecord', { origin: originOf(origin) });
      return read?.ok === true && read.value !== null ? { type: 'fact', fact: read.value } : null;
    },
    onCorrect: async ({ origins }, record, values) =>
      redrawn(await send('page.correctFact', { origins: origins.map(originOf), draft: changeRecord(record, values) })),
  };
  const present = own.ok ? own.value.records : [];
  const additions: EntityAdditions = {
    sources: present.flatMap((record) => (record.type === 'source' ? [record.source] : [])),
    async onFact(values) {
      const standIn = await send('page.standIn', { entity });
      if (!standIn.ok || !standIn.value.ok) return problemsOf(standIn);
      const put = newFact(values, standIn.value.value, values['sourceId'] ?? '', present);
      return redrawn(await send('page.editOwn', { put, remove: [] }));
    },
    onAlias: async (values) => redrawn(await send('page.addAlias', { entity, alias: newAlias(values) })),
  };
  const redrawn = (changed: Parameters<typeof problemsOf>[0]): readonly PackProblem[] => {
    const problems = problemsOf(changed);
    if (problems.length === 0) redraw();
    return problems;
  };
  return (
    <EntityPage
      key={`${entity.pack}/${entity.id}`}
      page={page}
      locale={uiLocale()}
      privacy={{
        privacy: privacy.ok ? privacy.value : null,
        onPrivacy: (level) => void send('page.setEntityPrivacy', { entity, privacy: level }).then(redraw),
      }}
      trying={trying}
      order={order}
      orderUrl={(next) => formatRoute({ view: 'entity', entity, fact: null, order: next })}
      related={related.ok ? related.value : []}
      urlOf={urlOf}
      chosen={fact === null ? null : { pack: entity.pack, id: fact }}
      tools={{
        onFollow: (followed) => location.assign(urlOf(followed)),
        onCopy: async (copied, format) => copyText(await formatCitation(copied, format)),
        own: { onNote, onHide: (hidden) => setHidden(hidden, true), correcting },
      }}
      additions={additions}
      onShow={(hidden) => setHidden(hidden, false)}
      same={createSameTools(send, redraw, page, words.ok ? words.value : [])}
    />
  );
}

const originOf = ({ pack, entity, fact }: OriginView) => ({ pack, entity, fact });

const urlOf = (entity: EntityRef): string => formatRoute({ view: 'entity', entity, fact: null });
