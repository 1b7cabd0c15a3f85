import type { PackSummary } from '../core/packs/pack-summary.ts';
import { t } from '../locales/translate.ts';
import { formatWhen } from './format-amount.ts';
import { formatLooseDate } from './format-date.ts';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly locale: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where it is shown what the version that waits changes. */
  readonly reviewUrl: (pack: string) => string;
};

/** The installed packs with what they hold. */
export function PackList({ packs, locale, now, reviewUrl }: Props) {
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
          {pack.lastCheck !== null && (
            <p class="pack-details">
              {pack.lastCheck.hasFailed && `${t('packs.checkFailed')} `}
              {pack.lastCheck.at !== null && t('packs.checked', { when: formatWhen(pack.lastCheck.at, now, locale) })}
            </p>
          )}
          {pack.pendingVersion !== null && (
            <p class="notice" data-tone="good">
              {t('packs.waits', { version: String(pack.pendingVersion) })}{' '}
              <a href={reviewUrl(pack.id)} target="_blank" rel="noopener">
                {t('packs.review')}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
