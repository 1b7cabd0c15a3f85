import type { VNode } from 'preact';
import type { CaptureDraft, EntityChoice } from '../core/capture/capture.ts';
import type { Captured } from '../messaging/capture-contract.ts';
import type { Send } from '../messaging/send.ts';
import { CaptureForm } from '../ui/CaptureForm.tsx';

/** What was saved, and how it is called. */
export type SavedCapture = Captured & { readonly name: string };

export type CaptureViewEvents = {
  readonly onSaved: (saved: SavedCapture) => void;
  /** It waits in the inbox, or is gone. */
  readonly onLeft: () => void;
};

/**
 * The form of a capture, in the panel and in the manager: what is filled in is kept at once, so that neither can lose it. Null for
 * one that is finished or was discarded.
 */
export function createCaptureView(
  send: Send,
  { onSaved, onLeft }: CaptureViewEvents,
): (capture: string) => Promise<VNode | null> {
  let waiting: { readonly capture: string; readonly draft: CaptureDraft } | null = null;
  let keeping: Promise<void> | null = null;
  /** Keeps what was filled in last; while one message is on its way, only the last of those that follow is sent. */
  const keepAll = async (): Promise<void> => {
    while (waiting !== null) {
      const kept = waiting;
      waiting = null;
      await send('page.keepCapture', kept);
    }
    keeping = null;
  };
  // Without a pause: a panel that is closed has no time for a message.
  const keepNow = async (): Promise<void> => {
    if (waiting !== null) keeping ??= keepAll();
    await keeping;
  };
  const find = async (query: string): Promise<readonly EntityChoice[]> => {
    const answer = await send('page.findByName', { query });
    return answer.ok ? answer.value : [];
  };
  return async (id) => {
    const answer = await send('page.readCapture', { capture: id });
    const capture = answer.ok ? answer.value : null;
    if (capture === null) return null;
    return (
      <CaptureForm
        key={id}
        capture={capture}
        onDraft={(draft) => {
          waiting = { capture: id, draft };
          void keepNow();
        }}
        onFind={find}
        onSave={async (draft) => {
          await keepNow();
          const saved = await send('page.saveCapture', { capture: id, draft });
          if (!saved.ok) return [{ field: '', message: saved.error.message }];
          if (!saved.value.ok) return saved.value.error;
          onSaved({ ...saved.value.value, name: draft.subject?.name ?? draft.name.trim() });
          return [];
        }}
        onLater={() => void keepNow().then(onLeft)}
        onDiscard={() =>
          void keepNow()
            .then(() => send('page.discardCapture', { capture: id }))
            .then(onLeft)
        }
      />
    );
  };
}
