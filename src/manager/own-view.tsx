import type { VNode } from 'preact';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import type { Result } from '../core/model/result.ts';
import { changeRecord, newEntity, type RecordDraft } from '../core/overlay/record-form.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { uiLocale } from '../locales/translate.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Answer } from '../messaging/envelope.ts';
import type { Send } from '../messaging/send.ts';
import { OwnPackPage } from '../ui/OwnPackPage.tsx';

/** The view of what the user wrote. It calls back when it has to be drawn anew. */
export function createOwnView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let failure: string | null = null;

  const then = (change: Promise<Answer<Result<unknown, readonly PackProblem[]>>>): void =>
    void change.then((answer) => {
      const [problem] = problemsOf(answer);
      failure = problem?.message ?? null;
      redraw();
    });
  const put = async (draft: RecordDraft): Promise<readonly PackProblem[]> => {
    const problems = problemsOf(await send('page.editOwn', { put: [draft], remove: [] }));
    if (problems.length === 0) redraw();
    return problems;
  };

  return async () => {
    const [answer, settings] = await Promise.all([send('page.ownRecords', {}), send('page.settings', {})]);
    if (!answer.ok) return null;
    const own = answer.value;
    return (
      <OwnPackPage
        own={own}
        locale={uiLocale()}
        failure={failure}
        onChange={(record, values) => put(changeRecord(record, values))}
        onNewEntity={(values) => put(newEntity(values, own.records))}
        onRemove={(ref) => then(send('page.removeOwn', ref))}
        onRestore={(ref) => then(send('page.restoreOwn', ref))}
        isListedOnly={settings.ok && settings.value.settings.ownNames === 'listed'}
        onMarkEverywhere={() => void send('page.markOwnNames', { site: null }).then(redraw)}
        settingsUrl={formatRoute({ view: 'settings' })}
        onStep={(direction) => then(send('page.stepOwn', { direction }))}
        entityUrl={(id) => formatRoute({ view: 'entity', entity: { pack: OVERLAY_PACK, id }, fact: null })}
      />
    );
  };
}

/** What is wrong with what was to be stored; nothing if it is stored. */
export function problemsOf(answer: Answer<Result<unknown, readonly PackProblem[]>>): readonly PackProblem[] {
  if (!answer.ok) return [{ code: 'unreadable-file', line: 0, field: '', message: answer.error.message }];
  return answer.value.ok ? [] : answer.value.error;
}
