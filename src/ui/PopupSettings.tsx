import type { SiteMode } from '../core/model/settings.ts';
import { Choice } from './Choice.tsx';
import { DENSITY_WORDS, TRIGGER_WORDS, type Marking } from './MarkingSettings.tsx';

const SITE_MODE_WORDS: readonly (readonly [SiteMode, string])[] = [
  ['all', 'On all sites but some'],
  ['listed', 'Only on sites I list'],
];

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
      <summary>Settings</summary>
      <div class="choices">
        <Choice label="Where" value={siteMode} options={SITE_MODE_WORDS} onChange={onSiteMode} />
        <Choice
          label="Mark"
          value={marking.density}
          options={DENSITY_WORDS}
          onChange={(density) => onMarking({ ...marking, density })}
        />
        <Choice
          label="Open a card"
          value={marking.cardTrigger}
          options={TRIGGER_WORDS}
          onChange={(cardTrigger) => onMarking({ ...marking, cardTrigger })}
        />
      </div>
    </details>
  );
}
