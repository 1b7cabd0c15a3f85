import type { VNode } from 'preact';
import { formatProblems } from '../core/packs/format-problems.ts';
import { saveFile } from '../citing/save-file.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import type { OverlaySummary } from '../core/overlay/overlay-summary.ts';
import { uiLocale } from '../locales/translate.ts';
import type { Overview } from '../messaging/contract.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { PacksOverview } from '../messaging/pack-contract.ts';
import type { Send } from '../messaging/send.ts';
import { CsvWizard } from '../ui/CsvWizard.tsx';
import { OwnAdditions } from '../ui/OwnAdditions.tsx';
import { PacksPage, type PacksPageProps } from '../ui/PacksPage.tsx';
import { createImporter } from './importer.ts';

/** While an import runs, its progress is asked for this often. */
const PROGRESS_INTERVAL_MS = 400;
/** Fetching a pack may take long. */
const CHECK_LIMIT_MS = 25 * 60 * 1000;

/** The view of packs, import and marks. It calls back when it has to be drawn anew. */
export function createPacksView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const importer = createImporter(send, redraw);

  /** Draws anew after something was changed. */
  const then = (change: Promise<unknown>): void => void change.then(redraw, redraw);

  const actionsFor = ({ packs }: PacksOverview): PacksPageProps['actions'] => ({
    onFiles: (files) => void importer.addFiles(files),
    onPaste: () => void importer.paste(),
    onAddress: (address, how) => {
      if (how === 'subscribe') location.assign(formatRoute({ view: 'subscribe', url: address }));
      else void importer.addAddress(address);
    },
    onCancel: (ticket) => then(send('page.cancelImport', { ticket })),
    onSaveProblems: (file, problems) => saveFile(formatProblems(problems), `${file}-problems.csv`, 'text/csv'),
    onMeant: (entry) => void importer.importMeant(entry),
    onRestore: (pack) => then(send('page.restoreLost', { pack }, CHECK_LIMIT_MS)),
    onForget: (pack) => then(send('page.forgetLost', { pack })),
    onMarking: (marking) => then(send('page.setMarking', marking)),
    onPrivacy: (pack, privacy) => then(send('page.setPackPrivacy', { pack, privacy })),
    onEnabled: (pack, enabled) => then(send('page.setPackEnabled', { pack, enabled })),
    onMove: (pack, places) => {
      const ids = packs.map(({ id }) => id);
      const from = ids.indexOf(pack);
      ids.splice(from + places, 0, ...ids.splice(from, 1));
      then(send('page.setPackOrder', { packs: ids }));
    },
    onRemove: (pack) => then(send('page.removePack', { pack })),
    onRollBack: (pack, layer) => then(send('page.rollBack', { pack, layer })),
    onCheck: async (pack) => {
      await send('page.checkPack', { pack }, CHECK_LIMIT_MS);
      redraw();
    },
    onSubscription: (pack, choices) => then(send('page.setSubscription', { pack, ...choices })),
    onToken: (pack, token) => then(send('page.setToken', { pack, token })),
    onUnsubscribe: (pack) => then(send('page.unsubscribe', { pack })),
    reviewUrl: (pack, which) => formatRoute({ view: 'review', pack, which }),
    subscribeUrl: (url) => formatRoute({ view: 'subscribe', url }),
  });

  return async () => {
    const waiting = importer.waiting();
    const [overview, packs] = await Promise.all([send('page.overview', {}), send('page.packs', {})]);
    if (!overview.ok || !packs.ok) return null;
    clearTimeout(timer);
    if (packs.value.jobs.length > 0 || importer.isBusy()) timer = setTimeout(redraw, PROGRESS_INTERVAL_MS);
    if (waiting !== null)
      return (
        <CsvWizard
          key={waiting.number}
          sheets={waiting.sheets}
          installed={Object.fromEntries(packs.value.packs.map(({ id, version }) => [id, version]))}
          today={new Date().toISOString().slice(0, 10)}
          isConverting={false}
          problems={waiting.problems}
          onImport={(input) => void importer.importSheets(input)}
          onCancel={importer.dropSheets}
        />
      );
    const own = await send('page.own', {});
    return drawPacks(overview.value, withoutOwn(packs.value), own.ok ? own.value : null);
  };

  async function saveOwn(pack: string | null): Promise<void> {
    const answer = await send('page.exportOwn', { pack });
    if (!answer.ok || answer.value === null) return;
    saveFile(answer.value, pack === null ? 'own.factpack.jsonl' : `${pack}-own.factpatch.jsonl`, 'application/jsonl');
  }

  function drawPacks({ marking }: Overview, packs: PacksOverview, own: OverlaySummary | null): VNode {
    return (
      <PacksPage
        {...packs}
        entries={importer.entries()}
        marking={marking}
        locale={uiLocale()}
        now={Date.now()}
        backupUrl={formatRoute({ view: 'backup' })}
        requestsUrl={formatRoute({ view: 'requests' })}
        actions={actionsFor(packs)}
      >
        {own !== null && <OwnAdditions own={own} onExport={(pack) => void saveOwn(pack)} />}
      </PacksPage>
    );
  }
}

/** The overlay has a place of its own. */
const withoutOwn = (overview: PacksOverview): PacksOverview => ({
  ...overview,
  packs: overview.packs.filter(({ id }) => id !== OVERLAY_PACK),
});
