import { LIMITS } from '../core/model/limits.ts';
import { t } from '../locales/translate.ts';
import { packId, packVersion, type InstalledVersions, type WizardHeader } from './wizard-header.ts';

type Props = {
  readonly header: WizardHeader;
  readonly installed: InstalledVersions;
  readonly onChange: (header: WizardHeader) => void;
};

/** What the new pack is called and whose it is. */
export function WizardHeaderFields({ header, installed, onChange }: Props) {
  const field = (label: string, value: string, change: (text: string) => Partial<WizardHeader>) => (
    <label class="choice">
      <span class="choice-label">{label}</span>
      <input
        class="text-input"
        value={value}
        maxLength={LIMITS.idLength}
        required
        onInput={(event) => onChange({ ...header, ...change(event.currentTarget.value) })}
      />
    </label>
  );
  const version = packVersion(header, installed);
  return (
    <fieldset class="sheet-columns">
      <legend>{t('wizard.pack')}</legend>
      {field(t('wizard.packTitle'), header.title, (title) => ({ title }))}
      {field(t('wizard.packId'), packId(header), (id) => ({ id }))}
      {field(t('wizard.publisher'), header.publisher, (publisher) => ({ publisher }))}
      {field(t('wizard.license'), header.license, (license) => ({ license }))}
      {field(t('wizard.language'), header.language, (language) => ({ language }))}
      {version > 1 && <p class="quiet">{t('wizard.replaces', { version: String(version) })}</p>}
    </fieldset>
  );
}
