import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Overview } from '../messaging/contract.ts';
import { requestImport } from '../messaging/request-import.ts';
import { createSend } from '../messaging/send.ts';
import { openDatabase } from '../storage/database.ts';
import { putUpload } from '../storage/upload-store.ts';
import { Manager } from '../ui/Manager.tsx';
import { endedImport, type ImportState } from '../ui/import-state.ts';

/** The dataset page in a tab of its own. */
export async function startManager(app: Element | null): Promise<void> {
  if (app === null) throw new Error('the manager page has no #app');
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  let overview: Overview | null = null;
  let importState: ImportState = { phase: 'idle' };

  const refresh = async (): Promise<void> => {
    const answer = await send('page.overview', {});
    if (answer.ok) overview = answer.value;
    draw(app);
  };
  const importFile = async (file: File): Promise<void> => {
    importState = { phase: 'importing', file: file.name };
    draw(app);
    const putAside = async (): Promise<number> =>
      putUpload(await openDatabase(), { name: file.name, file, storedAt: Date.now() });
    importState = endedImport(file.name, await requestImport(send, putAside));
    await refresh();
  };
  const draw = (root: Element): void => {
    if (overview === null) return;
    const { packs, marking } = overview;
    render(
      <Manager
        packs={packs}
        marking={marking}
        importState={importState}
        locale={navigator.language}
        onFile={(file) => void importFile(file)}
        onMarking={(chosen) => void send('page.setMarking', chosen).then(refresh)}
        onPrivacy={(pack, privacy) => void send('page.setPackPrivacy', { pack, privacy }).then(refresh)}
      />,
      root,
    );
  };
  await refresh();
}
