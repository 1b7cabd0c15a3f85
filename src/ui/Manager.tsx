import { ImportPanel } from './ImportPanel.tsx';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { ImportState } from './import-state.ts';
import { PackList } from './PackList.tsx';

export type ManagerProps = {
  readonly packs: readonly PackSummary[];
  readonly importState: ImportState;
  readonly locale: string;
  readonly onFile: (file: File) => void;
};

/** The dataset page: installed packs and import. */
export function Manager({ packs, importState, locale, onFile }: ManagerProps) {
  return (
    <div class="manager">
      <h1>Sidelight packs</h1>
      <section class="manager-section" aria-labelledby="installed">
        <h2 id="installed">Installed</h2>
        <PackList packs={packs} locale={locale} />
      </section>
      <section class="manager-section" aria-labelledby="import">
        <h2 id="import">Import</h2>
        <p>
          A pack is a file that ends in <code>.factpack.jsonl</code>. A newer version replaces the one you have, whole
          or not at all.
        </p>
        <ImportPanel state={importState} locale={locale} onFile={onFile} />
      </section>
    </div>
  );
}
