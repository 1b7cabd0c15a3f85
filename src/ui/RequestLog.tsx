import type { RequestEntry } from '../core/updates/request-entry.ts';
import { t } from '../locales/translate.ts';
import { explainFailure } from './explain-failure.ts';
import { formatBytes, formatTime } from './format-amount.ts';

type Props = { readonly entries: readonly RequestEntry[]; readonly locale: string };

/** Every request that was made for packs. */
export function RequestLog({ entries, locale }: Props) {
  return (
    <section class="manager-section">
      <h1>{t('requests.title')}</h1>
      <p class="quiet">{t('requests.explain')}</p>
      {entries.length === 0 ? (
        <p>{t('requests.none')}</p>
      ) : (
        <div class="table-scroll" tabIndex={0} role="region" aria-label={t('requests.title')}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t('requests.when')}</th>
                <th scope="col">{t('requests.pack')}</th>
                <th scope="col">{t('requests.what')}</th>
                <th scope="col">{t('requests.outcome')}</th>
                <th scope="col">{t('requests.size')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, position) => (
                <tr key={position}>
                  <td>{formatTime(entry.at, locale)}</td>
                  <td>{entry.pack}</td>
                  <td>
                    <code>{entry.address}</code>
                  </td>
                  <td>{describeOutcome(entry)}</td>
                  <td class="number">{entry.bytes === 0 ? '' : formatBytes(entry.bytes, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const describeOutcome = ({ outcome }: RequestEntry): string =>
  outcome === 'fetched' || outcome === 'unchanged'
    ? t(`requests.outcome_${outcome}`)
    : explainFailure({ code: outcome, detail: '' });
