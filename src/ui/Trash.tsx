import { nameRecord } from '../core/overlay/edit-history.ts';
import type { OwnRecords } from '../core/overlay/own-records.ts';
import { bodyOf, type RecordRef } from '../core/packs/pack-patch.ts';
import { t } from '../locales/translate.ts';
import { formatDay } from './format-amount.ts';

type Props = {
  readonly trash: OwnRecords['trash'];
  readonly locale: string;
  readonly onRestore: (ref: RecordRef) => void;
};

/** What the user took out of their pack, to be brought back. */
export function Trash({ trash, locale, onRestore }: Props) {
  if (trash.length === 0) return null;
  return (
    <section class="manager-section" aria-labelledby="trash">
      <h2 id="trash">{t('own.trash')}</h2>
      <p>{t('own.trashHint')}</p>
      <ul class="own-records">
        {trash.map(({ record, removedAt }) => {
          const { id } = bodyOf(record);
          const name = nameRecord(record);
          return (
            <li key={`${record.type} ${id}`} class="own-record" data-trash={`${record.type} ${id}`}>
              <span dir="auto">{name}</span>
              <span class="own-record-actions">
                <span class="quiet">{formatDay(removedAt, locale)}</span>
                <button
                  type="button"
                  class="chip"
                  data-restore-record
                  aria-label={t('own.restoreRecord', { name })}
                  onClick={() => onRestore({ kind: record.type, id })}
                >
                  {t('own.restore')}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
