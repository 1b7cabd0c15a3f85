import type { VNode } from 'preact';
import { uiLocale } from '../locales/translate.ts';
import { requestImport } from '../messaging/request-import.ts';
import type { Send } from '../messaging/send.ts';
import { openDatabase } from '../storage/database.ts';
import { putUpload } from '../storage/upload-store.ts';
import { endedImport, type ImportState } from '../ui/import-state.ts';
import { PacksPage } from '../ui/PacksPage.tsx';

/** The view of packs, import and marks. It calls back when it has to be drawn anew. */
export function createPacksView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let importState: ImportState = { phase: 'idle' };
  const importFile = async (file: File): Promise<void> => {
    importState = { phase: 'importing', file: file.name };
    redraw();
    const putAside = async (): Promise<number> =>
      putUpload(await openDatabase(), { name: file.name, file, storedAt: Date.now() });
    importState = endedImport(file.name, await requestImport(send, putAside));
    redraw();
  };
  return async () => {
    const answer = await send('page.overview', {});
    if (!answer.ok) return null;
    const { packs, marking } = answer.value;
    return (
      <PacksPage
        packs={packs}
        marking={marking}
        importState={importState}
        locale={uiLocale()}
        onFile={(file) => void importFile(file)}
        onMarking={(chosen) => void send('page.setMarking', chosen).then(redraw)}
        onPrivacy={(pack, privacy) => void send('page.setPackPrivacy', { pack, privacy }).then(redraw)}
      />
    );
  };
}
