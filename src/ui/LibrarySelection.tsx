import { useState } from 'preact/hooks';
import { t } from '../locales/translate.ts';

type Props = {
  readonly count: number;
  /** Whether no more may be chosen. */
  readonly isFull: boolean;
  readonly onCopy: () => Promise<boolean>;
  /** Saves a pack file of them; whether there was anything to save. */
  readonly onExport: () => Promise<boolean>;
  readonly onNone: () => void;
};

/** What can be done with the chosen names. */
export function LibrarySelection({ count, isFull, onCopy, onExport, onNone }: Props) {
  const [copied, setCopied] = useState<number | null>(null);
  const [saved, setSaved] = useState<number | null>(null);
  return (
    <div class="library-selection">
      <span role="status">
        {isFull ? t('library.chosenMost', { number: String(count) }) : t('library.chosen', count)}
      </span>
      <button type="button" class="button" onClick={() => void onCopy().then((done) => setCopied(done ? count : null))}>
        {copied === count ? t('library.copied') : t('library.copy')}
      </button>
      <button
        type="button"
        class="button"
        data-action="export"
        onClick={() => void onExport().then((done) => setSaved(done ? count : null))}
      >
        {saved === count ? t('library.saved') : t('own.exportPack')}
      </button>
      <button type="button" class="button" onClick={onNone}>
        {t('library.clearChosen')}
      </button>
    </div>
  );
}
