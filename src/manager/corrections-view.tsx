import type { VNode } from 'preact';
import type { EntityRef } from '../core/model/entity.ts';
import { saveFile } from '../citing/save-file.ts';
import { formatRoute, type CorrectionDraft } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import type { WrongMark } from '../ui/CorrectionForm.tsx';
import { Corrections } from '../ui/Corrections.tsx';

/** The view of corrections. It calls back when it has to be drawn anew. */
export function createCorrectionsView(
  send: Send,
  redraw: () => void,
): (draft: CorrectionDraft | null) => Promise<VNode | null> {
  const nameOf = async (entity: EntityRef): Promise<string | null> => {
    const answer = await send('page.entity', { entity });
    return answer.ok && answer.value !== null ? answer.value.entity.name : null;
  };
  /** The draft with names; null if what it speaks of is followed no longer. */
  const complete = async (draft: CorrectionDraft): Promise<WrongMark | null> => {
    const name = await nameOf(draft.entity);
    if (name === null) return null;
    const others = await Promise.all(draft.others.map(async (entity) => ({ entity, name: await nameOf(entity) })));
    return {
      ...draft,
      name,
      others: others.flatMap(({ entity, name: of }) => (of === null ? [] : [{ entity, name: of }])),
    };
  };
  const save = async (pack: string): Promise<void> => {
    const answer = await send('page.exportCorrections', { pack });
    if (answer.ok && answer.value !== null)
      saveFile(answer.value, `${pack}-corrections.factpatch.jsonl`, 'application/jsonl');
  };
  return async (draft) => {
    const [answer, mark] = await Promise.all([send('page.corrections', {}), draft === null ? null : complete(draft)]);
    if (!answer.ok) return null;
    return (
      <Corrections
        mark={mark}
        corrections={answer.value}
        onSave={(correction) =>
          void send('page.addCorrection', { correction }).then(() =>
            location.replace(formatRoute({ view: 'corrections', draft: null })),
          )
        }
        onUndo={(correction) => void send('page.removeCorrection', { correction }).then(redraw)}
        onExport={(pack) => void save(pack)}
      />
    );
  };
}
