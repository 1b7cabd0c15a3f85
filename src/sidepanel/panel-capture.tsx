import type { VNode } from 'preact';
import { createCaptureView, type SavedCapture } from '../capturing/create-capture-view.tsx';
import { keyPart, t } from '../locales/translate.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { CaptureDone } from '../ui/CaptureDone.tsx';

/**
 * What stands in the panel instead of the brief, or over it, while something is being captured in its window; null for nothing. It
 * calls back when it has to be drawn anew.
 */
export function createPanelCapture(
  send: Send,
  window: number | null,
  redraw: () => void,
): () => Promise<{ readonly view: VNode; readonly isWhole: boolean } | null> {
  let saved: SavedCapture | null = null;
  const close = async (): Promise<void> => {
    saved = null;
    if (window !== null) await send('page.closePanelCapture', { window });
    redraw();
  };
  const markEverywhere = async (): Promise<void> => {
    await send('page.markOwnNames', { site: null });
    if (saved !== null) saved = { ...saved, markedOn: null };
    redraw();
  };
  const showForm = createCaptureView(send, {
    onSaved(done) {
      saved = done;
      redraw();
    },
    onLeft: () => void close(),
  });
  let last: string | null = null;
  return async () => {
    if (window === null) return null;
    const answer = await send('page.panelCapture', { window });
    const { capture, failure } = answer.ok ? answer.value : { capture: null, failure: null };
    // What is captured next takes the place of what was saved.
    if (capture !== null && capture !== last) saved = null;
    last = capture ?? last;
    if (saved !== null) {
      const url = formatRoute({ view: 'entity', entity: saved.entity, fact: saved.fact });
      const view = (
        <CaptureDone
          name={saved.name}
          isFact={saved.fact !== null}
          url={url}
          markedOn={saved.markedOn}
          onMarkEverywhere={() => void markEverywhere()}
          onClose={() => void close()}
        />
      );
      return { view, isWhole: true };
    }
    if (capture !== null) {
      const view = await showForm(capture);
      if (view !== null) return { view, isWhole: true };
      // Saved or discarded elsewhere, or here before the panel was closed: nothing is left to be done.
      await send('page.closePanelCapture', { window });
      return null;
    }
    if (failure === null) return null;
    const view = (
      <p role="alert" class="notice capture-notice">
        {t(`captureFailure.${keyPart(failure)}`)}
      </p>
    );
    return { view, isWhole: false };
  };
}
