import type { Correction, NamedCorrection } from '../core/model/correction.ts';
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
          <h1 id="wrong">Correct a mark</h1>
          <CorrectionForm key={JSON.stringify(mark)} mark={mark} onSave={onSave} />
        </section>
      )}
      <section class="manager-section" aria-labelledby="corrections">
        <h1 id="corrections">Corrections</h1>
        {corrections.length === 0 && (
          <p class="quiet">None yet. A card says why a name is marked, and lets you correct it there.</p>
        )}
        <ul class="corrections">
          {corrections.map((named) => (
            <li key={JSON.stringify(named.correction)} class="correction">
              <span>{describe(named)}</span>
              <button type="button" class="button" onClick={() => onUndo(named.correction)}>
                Undo
              </button>
            </li>
          ))}
        </ul>
        {packs.map((pack) => (
          <button key={pack} type="button" class="button" onClick={() => onExport(pack)}>
            Save as a patch for the publisher of “{pack}”
          </button>
        ))}
      </section>
    </>
  );
}

function describe({ correction, name, otherName }: NamedCorrection): string {
  const head = `“${correction.alias}” does not mean ${name ?? correction.entity.id}`;
  switch (correction.verdict) {
    case 'never':
      return `${head} anywhere.`;
    case 'not-on-site':
      return `${head} on ${correction.site}.`;
    case 'not-in-phrase':
      return `${head} in “${correction.phrase}”.`;
    case 'other-entity':
      return `${head} but ${otherName ?? correction.other.id}.`;
  }
}
