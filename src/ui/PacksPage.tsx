import { ImportPanel } from './ImportPanel.tsx';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { ImportState } from './import-state.ts';
import type { PrivacyLevel } from '../core/model/privacy.ts';
import { MarkingSettings, type Marking } from './MarkingSettings.tsx';
import { PackList } from './PackList.tsx';

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
      <h1>Packs</h1>
      <section class="manager-section" aria-labelledby="installed">
        <h2 id="installed">Installed</h2>
        <PackList packs={packs} locale={locale} onPrivacy={onPrivacy} />
        <p class="pack-details">
          A page can read what is marked in its text. Of names drawn over it, it can learn only that there are some; of
          those never on the page, nothing: they are listed in the popup.
        </p>
      </section>
      <section class="manager-section" aria-labelledby="import">
        <h2 id="import">Import</h2>
        <p>
          A pack is a file that ends in <code>.factpack.jsonl</code>. A newer version replaces the one you have, whole
          or not at all.
        </p>
        <ImportPanel state={importState} locale={locale} onFile={onFile} />
      </section>
      <section class="manager-section" aria-labelledby="marking">
        <h2 id="marking">Marks</h2>
        <MarkingSettings marking={marking} onChange={onMarking} />
      </section>
    </>
  );
}
