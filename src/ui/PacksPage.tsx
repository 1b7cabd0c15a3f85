import { t } from '../locales/translate.ts';
import { ImportPanel } from './ImportPanel.tsx';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { ImportState } from './import-state.ts';
import type { PrivacyLevel } from '../core/model/privacy.ts';
import { MarkingSettings, type Marking } from './MarkingSettings.tsx';
import { PackList } from './PackList.tsx';
import { Sentence } from './Sentence.tsx';

export type PacksPageProps = {
  readonly packs: readonly PackSummary[];
  readonly marking: Marking;
  readonly importState: ImportState;
  readonly locale: string;
  readonly onFile: (file: File) => void;
  readonly onMarking: (marking: Marking) => void;
  readonly onPrivacy: (pack: string, privacy: PrivacyLevel) => void;
};

/** Installed packs, import, and how names are marked. */
export function PacksPage({ packs, marking, importState, locale, onFile, onMarking, onPrivacy }: PacksPageProps) {
  return (
    <>
      <h1>{t('packs.title')}</h1>
      <section class="manager-section" aria-labelledby="installed">
        <h2 id="installed">{t('manager.installed')}</h2>
        <PackList packs={packs} locale={locale} onPrivacy={onPrivacy} />
        <p class="pack-details">{t('manager.privacy')}</p>
      </section>
      <section class="manager-section" aria-labelledby="import">
        <h2 id="import">{t('manager.import')}</h2>
        <p>
          <Sentence text="manager.packFile" slots={{ ending: <code>.factpack.jsonl</code> }} />
        </p>
        <ImportPanel state={importState} onFile={onFile} />
      </section>
      <section class="manager-section" aria-labelledby="marking">
        <h2 id="marking">{t('manager.marks')}</h2>
        <MarkingSettings marking={marking} onChange={onMarking} />
      </section>
    </>
  );
}
