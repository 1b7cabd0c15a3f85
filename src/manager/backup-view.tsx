import type { VNode } from 'preact';
import { browser } from 'wxt/browser';
import { readBackupHeader } from '../backup/read-backup-header.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { saveBlob } from '../citing/save-file.ts';
import type { RestoreMode } from '../core/backup/restored-state.ts';
import { uiLocale } from '../locales/translate.ts';
import { sendThroughRestarts } from '../messaging/send-through-restarts.ts';
import type { Send } from '../messaging/send.ts';
import { createConnection } from '../storage/connection.ts';
import { readSubscriptions } from '../storage/subscription-store.ts';
import { putUpload } from '../storage/upload-store.ts';
import { createSyncView } from './sync-view.tsx';
import { BackupPage, type RestoreState, type SaveState } from '../ui/BackupPage.tsx';

/** The lock under which the background imports (`start-background.ts`): nothing changes while a backup is written. */
const IMPORT_LOCK = 'sidelight-import';

/** The view of backups. It calls back when it has to be drawn anew. */
export function createBackupView(send: Send, redraw: () => void): () => Promise<VNode> {
  const showSync = createSyncView(send, redraw);
  const connection = createConnection();
  const area = browser.storage.local;
  let save: SaveState = { phase: 'idle' };
  let restore: RestoreState = { phase: 'idle' };
  let chosen: File | null = null;

  const showSave = (state: SaveState): void => {
    save = state;
    redraw();
  };
  const showRestore = (state: RestoreState): void => {
    restore = state;
    redraw();
  };

  /** Written by the page itself: it can read all that the background can, and no message could carry so much. */
  const saveAll = async (withTokens: boolean): Promise<void> => {
    showSave({ phase: 'saving' });
    try {
      const file = `sidelight-backup-${new Date().toISOString().slice(0, 10)}.jsonl.gz`;
      const blob = await navigator.locks.request(IMPORT_LOCK, async () =>
        writeBackup({ database: await connection(), area }, { withTokens, now: Date.now() }),
      );
      saveBlob(blob, file);
      showSave({ phase: 'saved', file, bytes: blob.size });
    } catch (error) {
      showSave({ phase: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };

  const choose = async (file: File): Promise<void> => {
    const header = await readBackupHeader(file);
    chosen = header.ok ? file : null;
    if (header.ok) showRestore({ phase: 'chosen', file: file.name, header: header.value });
    else showRestore({ phase: 'failed', file: file.name, problems: header.error });
  };

  const restoreChosen = async (mode: RestoreMode): Promise<void> => {
    if (chosen === null) return;
    const file = chosen;
    const { name } = file;
    chosen = null;
    showRestore({ phase: 'restoring', file: name });
    const fail = (message: string): void =>
      showRestore({
        phase: 'failed',
        file: name,
        problems: [{ code: 'unreadable-file', line: 0, field: '', message }],
      });
    try {
      const ticket = await putUpload(await connection(), { name, file, storedAt: Date.now(), restore: mode });
      const answer = await sendThroughRestarts(send, 'page.restoreBackup', { ticket });
      if (!answer.ok) fail(answer.error.message);
      else if (answer.value.ok) showRestore({ phase: 'done', file: name, report: answer.value.value });
      else showRestore({ phase: 'failed', file: name, problems: answer.value.error });
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  };

  return async () => {
    const subscriptions = await readSubscriptions(area);
    return (
      <>
        <BackupPage
          save={save}
          restore={restore}
          hasTokens={subscriptions.some(({ token }) => token !== null)}
          locale={uiLocale()}
          onSave={(withTokens) => void saveAll(withTokens)}
          onFile={(file) => void choose(file)}
          onRestore={(mode) => void restoreChosen(mode)}
          onCancel={() => showRestore({ phase: 'idle' })}
        />
        {await showSync()}
      </>
    );
  };
}
