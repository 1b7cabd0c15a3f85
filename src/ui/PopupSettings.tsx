import { SITE_MODES, type SiteMode } from '../core/model/settings.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { DensityChoice, TriggerChoice, type Marking } from './MarkingSettings.tsx';

type Props = {
  readonly siteMode: SiteMode;
  readonly marking: Marking;
  readonly onSiteMode: (mode: SiteMode) => void;
  readonly onMarking: (marking: Marking) => void;
};

/** The settings one changes while reading. */
export function PopupSettings({ siteMode, marking, onSiteMode, onMarking }: Props) {
  return (
    <details class="popup-section popup-settings">
      <summary>{t('popup.settings')}</summary>
      <div class="choices">
        <Choice
          label={t('popup.siteMode')}
          value={siteMode}
          options={SITE_MODES.map((mode) => [mode, t(`popup.siteMode_${mode}`)])}
          onChange={onSiteMode}
        />
        <DensityChoice marking={marking} onChange={onMarking} />
        <TriggerChoice marking={marking} onChange={onMarking} />
      </div>
    </details>
  );
}
