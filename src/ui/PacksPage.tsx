import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { ComponentChildren } from 'preact';
import type { LostPack, PackDetails } from '../core/packs/pack-details.ts';
import type { ImportJob } from '../core/packs/import-job.ts';
import { t } from '../locales/translate.ts';
import { formatBytes } from './format-amount.ts';
import { ImportArea, type ImportEntry } from './ImportArea.tsx';
import { LostPacks } from './LostPacks.tsx';
import { MarkingSettings, type Marking } from './MarkingSettings.tsx';
import { PackItem, type PackActions } from './PackItem.tsx';
import { Sentence } from './Sentence.tsx';

export type PacksPageProps = {
  readonly packs: readonly PackDetails[];
  readonly lost: readonly LostPack[];
  readonly jobs: readonly ImportJob[];
  /** What was given to import, the latest first. */
  readonly entries: readonly ImportEntry[];
  readonly storage: { readonly used: number; readonly quota: number } | null;
  readonly marking: Marking;
  readonly locale: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly requestsUrl: string;
  readonly backupUrl: string;
  /** What the user has added. */
  readonly children?: ComponentChildren;
  readonly actions: PackActions & {
    readonly onFiles: (files: readonly File[]) => void;
    readonly onPaste: () => void;
    readonly onAddress: (address: string, how: 'subscribe' | 'once') => void;
    readonly onCancel: (ticket: number) => void;
    readonly onMeant: (entry: number) => void;
    readonly onSaveProblems: (file: string, problems: readonly PackProblem[]) => void;
    readonly onRestore: (pack: string) => void;
    readonly onForget: (pack: string) => void;
    readonly onMarking: (marking: Marking) => void;
  };
};

/** Installed packs and how they are kept, import, and how names are marked. */
export function PacksPage(props: PacksPageProps) {
  const { packs, lost, jobs, entries, storage, marking, locale, now, requestsUrl, backupUrl, actions } = props;
  return (
    <>
      <h1>{t('packs.title')}</h1>
      <LostPacks lost={lost} backupUrl={backupUrl} onRestore={actions.onRestore} onForget={actions.onForget} />
      <section class="manager-section" aria-labelledby="installed">
        <h2 id="installed">{t('manager.installed')}</h2>
        {packs.length === 0 && <p class="pack-details">{t('packs.none')}</p>}
        <ul class="packs">
          {packs.map((pack, position) => (
            <PackItem
              key={pack.id}
              pack={pack}
              isFirst={position === 0}
              isLast={position === packs.length - 1}
              locale={locale}
              now={now}
              actions={actions}
            />
          ))}
        </ul>
        <p class="pack-details">
          {packs.length > 1 && `${t('packs.orderHint')} `}
          {t('manager.privacy')}
        </p>
      </section>
      {props.children}
      <section class="manager-section" aria-labelledby="import">
        <h2 id="import">{t('manager.import')}</h2>
        <p>
          <Sentence text="manager.packFile" slots={{ ending: <code>.factpack.jsonl</code> }} />
        </p>
        <ImportArea {...actions} entries={entries} jobs={jobs} locale={locale} now={now} />
      </section>
      <section class="manager-section" aria-labelledby="marking">
        <h2 id="marking">{t('manager.marks')}</h2>
        <MarkingSettings marking={marking} onChange={actions.onMarking} />
      </section>
      <p class="pack-details">
        {storage !== null &&
          `${t('packs.storage', { used: formatBytes(storage.used, locale), quota: formatBytes(storage.quota, locale) })} `}
        <a href={requestsUrl}>{t('packs.requests')}</a>
      </p>
    </>
  );
}
