import {
  CARD_TRIGGERS,
  DENSITIES,
  MARK_STRENGTHS,
  MARK_STYLES,
  type CardTrigger,
  type Density,
  type MarkStrength,
  type MarkStyle,
} from '../core/model/settings.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';

export type Marking = {
  readonly density: Density;
  readonly markStyle: MarkStyle;
  readonly markStrength: MarkStrength;
  readonly cardTrigger: CardTrigger;
};

type Props = { readonly marking: Marking; readonly onChange: (marking: Marking) => void };

/** How much is marked on a page, what opens a card, and how marks look. */
export function MarkingSettings({ marking, onChange }: Props) {
  return (
    <div class="choices">
      <DensityChoice marking={marking} onChange={onChange} />
      <TriggerChoice marking={marking} onChange={onChange} />
      <Choice
        label={t('marking.style')}
        value={marking.markStyle}
        options={MARK_STYLES.map((style) => [style, t(`marking.style_${style}`)])}
        onChange={(markStyle) => onChange({ ...marking, markStyle })}
      />
      <Choice
        label={t('marking.strength')}
        value={marking.markStrength}
        options={MARK_STRENGTHS.map((strength) => [strength, t(`marking.strength_${strength}`)])}
        onChange={(markStrength) => onChange({ ...marking, markStrength })}
      />
    </div>
  );
}

/** Which of several mentions of one name are marked. */
export function DensityChoice({ marking, onChange }: Props) {
  return (
    <Choice
      label={t('marking.density')}
      value={marking.density}
      options={DENSITIES.map((density) => [density, t(`marking.density_${density}`)])}
      onChange={(density) => onChange({ ...marking, density })}
    />
  );
}

/** What opens a card. */
export function TriggerChoice({ marking, onChange }: Props) {
  return (
    <Choice
      label={t('marking.trigger')}
      value={marking.cardTrigger}
      options={CARD_TRIGGERS.map((trigger) => [trigger, t(`marking.trigger_${trigger}`)])}
      onChange={(cardTrigger) => onChange({ ...marking, cardTrigger })}
    />
  );
}
