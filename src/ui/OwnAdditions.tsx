import type { OverlaySummary } from '../core/overlay/overlay-summary.ts';
import { t } from '../locales/translate.ts';

type Props = {
  readonly own: OverlaySummary;
  /** Saves a file: the additions as a pack of their own, or those for one pack as a proposal to its publisher. */
  readonly onExport: (pack: string | null) => void;
};

/** What the user has added to the packs, and how it gets out. */
export function OwnAdditions({ own, onExport }: Props) {
  const hasRecords = own.entities + own.facts + own.sources > 0;
  const isEmpty = !hasRecords && own.notes + own.hidden === 0;
  return (
    <section class="manager-section" aria-labelledby="own">
      <h2 id="own">{t('own.title')}</h2>
      <p>{isEmpty ? t('own.none') : t('own.hint')}</p>
      {!isEmpty && (
        <p class="pack-details">
          {[
            t('count.names', own.entities),
            t('count.facts', own.facts),
            t('own.notes', own.notes),
            t('own.hidden', own.hidden),
          ].join(' · ')}
        </p>
      )}
      {hasRecords && (
        <p class="button-row">
          <button type="button" class="button" onClick={() => onExport(null)}>
            {t('own.exportPack')}
          </button>
          {own.packs.map(({ id, title }) => (
            <button key={id} type="button" class="button" onClick={() => onExport(id)}>
              {t('own.exportPatch', { pack: title })}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
