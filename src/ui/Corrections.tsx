import type { Correction, NamedCorrection } from '../core/model/correction.ts';
import { t } from '../locales/translate.ts';
import { CorrectionForm, type WrongMark } from './CorrectionForm.tsx';

export type CorrectionsProps = {
  /** What is being corrected now. */
  readonly mark: WrongMark | null;
  /** Newest first. */
  readonly corrections: readonly NamedCorrection[];
  readonly onSave: (correction: Correction) => void;
  readonly onUndo: (correction: Correction) => void;
  /** Saves those of a pack as a patch for its publisher. */
  readonly onExport: (pack: string) => void;
};

/** Wrong marks: one to be corrected, and those that were, each of which can be taken back. */
export function Corrections({ mark, corrections, onSave, onUndo, onExport }: CorrectionsProps) {
  const packs = [...new Set(corrections.map(({ correction }) => correction.entity.pack))];
  return (
    <>
      {mark !== null && (
        <section class="manager-section" aria-labelledby="wrong">
          <h1 id="wrong">{t('correction.title')}</h1>
          <CorrectionForm key={JSON.stringify(mark)} mark={mark} onSave={onSave} />
        </section>
      )}
      <section class="manager-section" aria-labelledby="corrections">
        <h1 id="corrections">{t('corrections.title')}</h1>
        {corrections.length === 0 && <p class="quiet">{t('corrections.none')}</p>}
        <ul class="corrections">
          {corrections.map((named) => (
            <li key={JSON.stringify(named.correction)} class="correction">
              <span>{describe(named)}</span>
              <button type="button" class="button" onClick={() => onUndo(named.correction)}>
                {t('corrections.undo')}
              </button>
            </li>
          ))}
        </ul>
        {packs.map((pack) => (
          <button key={pack} type="button" class="button" onClick={() => onExport(pack)}>
            {t('corrections.export', { pack })}
          </button>
        ))}
      </section>
    </>
  );
}

function describe({ correction, name: known, otherName }: NamedCorrection): string {
  const { alias } = correction;
  const name = known ?? correction.entity.id;
  switch (correction.verdict) {
    case 'never':
      return t('corrections.never', { alias, name });
    case 'not-on-site':
      return t('corrections.onSite', { alias, name, site: correction.site });
    case 'not-in-phrase':
      return t('corrections.inPhrase', { alias, name, phrase: correction.phrase });
    case 'other-entity':
      return t('corrections.otherEntity', { alias, name, other: otherName ?? correction.other.id });
  }
}
