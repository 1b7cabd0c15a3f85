import type { PackDetails, VersionDetails } from '../core/packs/pack-details.ts';
import { t } from '../locales/translate.ts';
import { formatLooseDate } from './format-date.ts';

type Props = {
  readonly pack: Pick<PackDetails, 'active' | 'kept'>;
  readonly locale: string;
  readonly onRollBack: (layer: number) => void;
};

/** The versions of a pack that can be used at once. */
export function PackVersions({ pack, locale, onRollBack }: Props) {
  const line = ({ version, published }: VersionDetails): string =>
    t('packs.versionLine', { version: String(version), date: formatLooseDate(published, locale) });
  return (
    <section class="versions">
      <h4>{t('packs.versions')}</h4>
      <ul>
        <li>
          {line(pack.active)} <span class="badge">{t('packs.inUse')}</span>
        </li>
        {pack.kept.map((version) => (
          <li key={version.layer}>
            {line(version)}{' '}
            <button type="button" class="button" onClick={() => onRollBack(version.layer)}>
              {t('packs.useVersion', { version: String(version.version) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
