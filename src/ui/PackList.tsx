import type { PackSummary } from '../core/packs/pack-summary.ts';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../core/model/privacy.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { formatLooseDate } from './format-date.ts';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly locale: string;
  /** Where the privacy of a pack may be chosen. */
  readonly onPrivacy?: (pack: string, privacy: PrivacyLevel) => void;
};

/** The installed packs with what they hold. */
export function PackList({ packs, locale, onPrivacy }: Props) {
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
          {onPrivacy !== undefined && (
            <Choice
              label={t('packs.privacy')}
              value={pack.privacy}
              options={PRIVACY_LEVELS.map((level) => [level, t(`packs.privacy_${level}`)])}
              onChange={(privacy) => onPrivacy(pack.id, privacy)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
