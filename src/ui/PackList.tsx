import type { PackSummary } from '../core/packs/pack-summary.ts';
import { t } from '../locales/translate.ts';
import { formatLooseDate } from './format-date.ts';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly locale: string;
};

/** The installed packs with what they hold. */
export function PackList({ packs, locale }: Props) {
  if (packs.length === 0) return <p class="pack-details">{t('packs.none')}</p>;
  return (
    <ul class="packs">
      {packs.map((pack) => (
        <li key={pack.id} data-pack={pack.id}>
          <p class="pack-title">{pack.title}</p>
          <p class="pack-details">
            {t('packs.edition', {
              version: String(pack.version),
              date: formatLooseDate(pack.published, locale),
              publisher: pack.publisher,
            })}
          </p>
          <p class="pack-details">
            {t('count.names', pack.entities)} · {t('count.facts', pack.facts)} · {t('count.sources', pack.sources)}
          </p>
        </li>
      ))}
    </ul>
  );
}
