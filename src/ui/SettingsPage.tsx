import { SITE_MODES, type Settings } from '../core/model/settings.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { MarkingSettings } from './MarkingSettings.tsx';
import { SiteList } from './SiteList.tsx';
import { Switch } from './Switch.tsx';

export type SettingsPageProps = {
  readonly settings: Settings;
  readonly commands: readonly { readonly name: string; readonly description: string; readonly keys: string }[];
  /** Whether the settings of before a reset can be had back. */
  readonly canUndo: boolean;
  readonly onChange: (settings: Settings) => void;
  readonly onReset: () => void;
  readonly onUndo: () => void;
  /** Opens the browser's own page for keys. */
  readonly onKeys: () => void;
  readonly backupUrl: string;
  readonly healthUrl: string;
};

/** Everything that can be chosen, with what each choice means. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings, commands, canUndo, onChange, onReset, onUndo, onKeys, backupUrl, healthUrl } = props;
  const { enabled, siteMode, disabledSites, enabledSites, density, markStyle, markStrength, cardTrigger } = settings;
  return (
    <>
      <h1>{t('settings.title')}</h1>
      <section class="manager-section" aria-labelledby="settings-where">
        <h2 id="settings-where">{t('settings.where')}</h2>
        <Switch
          label={t('settings.enabled')}
          hint={t('settings.enabledHint')}
          checked={enabled}
          onChange={(on) => onChange({ ...settings, enabled: on })}
        />
        <Choice
          label={t('popup.siteMode')}
          value={siteMode}
          options={SITE_MODES.map((mode) => [mode, t(`popup.siteMode_${mode}`)])}
          onChange={(mode) => onChange({ ...settings, siteMode: mode })}
        />
        <SiteList
          title={t('settings.offSites')}
          hint={t('settings.offSitesHint')}
          sites={disabledSites}
          onChange={(sites) => onChange({ ...settings, disabledSites: [...sites] })}
        />
        <SiteList
          title={t('settings.onSites')}
          hint={t('settings.onSitesHint')}
          sites={enabledSites}
          onChange={(sites) => onChange({ ...settings, enabledSites: [...sites] })}
        />
      </section>
      <section class="manager-section" aria-labelledby="settings-own">
        <h2 id="settings-own">{t('settings.own')}</h2>
        <p>{t('settings.ownHint')}</p>
        <Choice
          label={t('settings.ownNames')}
          value={settings.ownNames}
          options={SITE_MODES.map((mode) => [mode, t(`popup.siteMode_${mode}`)])}
          onChange={(ownNames) => onChange({ ...settings, ownNames })}
        />
        {settings.ownNames === 'listed' && (
          <SiteList
            title={t('settings.ownSites')}
            hint={t('settings.ownSitesHint')}
            sites={settings.ownNameSites}
            onChange={(sites) => onChange({ ...settings, ownNameSites: [...sites] })}
          />
        )}
      </section>
      <section class="manager-section" aria-labelledby="settings-marks">
        <h2 id="settings-marks">{t('manager.marks')}</h2>
        <p>{t('settings.marksHint')}</p>
        <MarkingSettings
          marking={{ density, markStyle, markStrength, cardTrigger }}
          onChange={(marking) => onChange({ ...settings, ...marking })}
        />
      </section>
      <section class="manager-section" aria-labelledby="settings-keys">
        <h2 id="settings-keys">{t('settings.keys')}</h2>
        <dl class="key-list">
          {commands.map(({ name, description, keys }) => (
            <div key={name}>
              <dt>{description}</dt>
              <dd>{keys === '' ? t('settings.unbound') : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <p class="button-row">
          <button type="button" class="button" onClick={onKeys}>
            {t('settings.changeKeys')}
          </button>
        </p>
      </section>
      <section class="manager-section" aria-labelledby="settings-all">
        <h2 id="settings-all">{t('settings.all')}</h2>
        <p>
          <a href={backupUrl}>{t('settings.toBackup')}</a> · <a href={healthUrl}>{t('settings.toHealth')}</a>
        </p>
        <p class="button-row">
          <button type="button" class="button" data-reset onClick={onReset}>
            {t('settings.reset')}
          </button>
          {canUndo && (
            <button type="button" class="button" data-undo-reset onClick={onUndo}>
              {t('settings.undoReset')}
            </button>
          )}
        </p>
      </section>
    </>
  );
}
