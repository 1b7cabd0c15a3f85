import type { ImportJob } from '../core/packs/import-job.ts';
import { t } from '../locales/translate.ts';
import { formatBytes, formatSpan } from './format-amount.ts';

type Props = {
  readonly job: ImportJob;
  readonly locale: string;
  readonly now: number;
  readonly onCancel: () => void;
};

/** How far an import is. */
export function ImportProgress({ job, locale, now, onCancel }: Props) {
  return (
    <div class="import-progress" data-phase={job.phase}>
      <p>{describe(job, locale, now)}</p>
      <progress
        aria-label={job.file}
        {...((job.phase === 'reading' || job.phase === 'fetching') && job.size > 0
          ? { value: job.read, max: job.size }
          : {})}
      />
      {job.phase !== 'indexing' && (
        <button type="button" class="button" aria-label={t('import.cancel', { file: job.file })} onClick={onCancel}>
          {t('packs.cancel')}
        </button>
      )}
    </div>
  );
}

function describe(job: ImportJob, locale: string, now: number): string {
  const { file, read, size, records, startedAt } = job;
  if (job.phase === 'waiting') return t('import.waiting', { file });
  if (job.phase === 'indexing') return t('import.indexing', { file });
  const [have, all] = [formatBytes(read, locale), formatBytes(size, locale)];
  const parts =
    job.phase === 'reading'
      ? [t('import.progress', { file, read: have, size: all }), t('import.records', records)]
      : size > 0
        ? [t('import.fetching', { file, read: have, size: all })]
        : [t('import.fetchingUnknown', { file, read: have })];
  const elapsed = now - startedAt;
  // Before that, an estimate jumps about.
  if (elapsed > 2000 && read > 0 && read < size)
    parts.push(t('import.left', { time: formatSpan((elapsed / read) * (size - read), locale) }));
  return parts.join(' · ');
}
