import { useId, useState } from 'preact/hooks';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { ImportJob } from '../core/packs/import-job.ts';
import { t } from '../locales/translate.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import type { ImportState } from './import-state.ts';
import { ImportProgress } from './ImportProgress.tsx';

/** One file or text that was given to import; its number stays with it. */
export type ImportEntry = { readonly number: number; readonly state: ImportState };

type Props = {
  readonly entries: readonly ImportEntry[];
  readonly jobs: readonly ImportJob[];
  readonly locale: string;
  readonly now: number;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPaste: () => void;
  readonly onAddress: (address: string, how: 'subscribe' | 'once') => void;
  readonly onCancel: (ticket: number) => void;
  readonly onSaveProblems: (file: string, problems: readonly PackProblem[]) => void;
  readonly onMeant: (entry: number) => void;
};

/** All the ways in which packs come in, and what became of them. */
export function ImportArea(props: Props) {
  const inputId = useId();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <div class="import">
      <div
        class="drop-zone"
        data-over={isOver ? '' : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{t('import.drop')}</p>
        <p class="button-row">
          <label class="button" for={inputId}>
            {t('import.choose')}
            <input
              id={inputId}
              type="file"
              class="file-input"
              multiple
              accept=".jsonl,.factpack,.factpatch,.gz,.json,.csv,.tsv,application/jsonl,application/json,application/gzip,text/csv"
              onChange={(event) => {
                const files = [...(event.currentTarget.files ?? [])];
                // The same file may be chosen again after it was mended.
                event.currentTarget.value = '';
                if (files.length > 0) props.onFiles(files);
              }}
            />
          </label>
          <button type="button" class="button" onClick={props.onPaste}>
            {t('import.paste')}
          </button>
        </p>
        <p class="pack-details">{t('import.kinds')}</p>
      </div>
      <AddressForm onAddress={props.onAddress} />
      {props.jobs.map((job) => (
        <ImportProgress
          key={job.ticket}
          job={job}
          locale={props.locale}
          now={props.now}
          onCancel={() => props.onCancel(job.ticket)}
        />
      ))}
      <div role="status" aria-live="polite" class="outcomes">
        {props.entries.map(({ number, state }) => (
          <ImportOutcome
            key={number}
            state={state}
            onMeant={() => props.onMeant(number)}
            onSaveProblems={props.onSaveProblems}
          />
        ))}
      </div>
    </div>
  );
}

function AddressForm({ onAddress }: Pick<Props, 'onAddress'>) {
  const [address, setAddress] = useState('');
  const isEmpty = address.trim() === '';
  return (
    <form
      class="address-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAddress(address.trim(), 'subscribe');
      }}
    >
      <label class="field">
        <span>{t('import.address')}</span>
        <input
          type="url"
          class="text-input"
          placeholder={t('import.addressHint')}
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <p class="button-row">
        <button type="submit" class="button" disabled={isEmpty}>
          {t('import.follow')}
        </button>
        <button type="button" class="button" disabled={isEmpty} onClick={() => onAddress(address.trim(), 'once')}>
          {t('import.once')}
        </button>
      </p>
    </form>
  );
}
