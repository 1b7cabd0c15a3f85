import { PRIVACY_LEVELS, type PrivacyLevel } from '../core/model/privacy.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';

export type EntityPrivacyProps = {
  /** What the user chose for this name; null for the same as the rest of its pack. */
  readonly privacy: PrivacyLevel | null;
  readonly onPrivacy: (privacy: PrivacyLevel | null) => void;
};

/** How openly one name is marked on pages. */
export function EntityPrivacy({ privacy, onPrivacy }: EntityPrivacyProps) {
  return (
    <Choice
      label={t('packs.privacy')}
      value={privacy ?? 'pack'}
      options={[
        ['pack', t('entity.privacyOfPack')],
        ...PRIVACY_LEVELS.map((level) => [level, t(`packs.privacy_${level}`)] as const),
      ]}
      onChange={(chosen) => onPrivacy(chosen === 'pack' ? null : chosen)}
    />
  );
}
