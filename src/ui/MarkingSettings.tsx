import type { CardTrigger, Density, MarkStrength, MarkStyle } from '../core/model/settings.ts';
import { Choice } from './Choice.tsx';

export type Marking = {
  readonly density: Density;
  readonly markStyle: MarkStyle;
  readonly markStrength: MarkStrength;
  readonly cardTrigger: CardTrigger;
};

type Props = { readonly marking: Marking; readonly onChange: (marking: Marking) => void };

export const DENSITY_WORDS: readonly (readonly [Density, string])[] = [
  ['every', 'Every mention'],
  ['section', 'The first in each section'],
  ['page', 'The first on the page'],
];
export const TRIGGER_WORDS: readonly (readonly [CardTrigger, string])[] = [
  ['hover', 'On resting on a name'],
  ['modifier', 'On resting with Shift held'],
  ['click', 'On a click'],
];
const STYLE_WORDS: readonly (readonly [MarkStyle, string])[] = [
  ['dotted', 'Dotted underline'],
  ['solid', 'Underline'],
  ['background', 'Tinted background'],
];
const STRENGTH_WORDS: readonly (readonly [MarkStrength, string])[] = [
  ['faint', 'Faint'],
  ['normal', 'Normal'],
  ['strong', 'Strong'],
];

/** How much is marked on a page, and how it looks. */
export function MarkingSettings({ marking, onChange }: Props) {
  return (
    <div class="choices">
      <Choice
        label="Mark"
        value={marking.density}
        options={DENSITY_WORDS}
        onChange={(density) => onChange({ ...marking, density })}
      />
      <Choice
        label="Open a card"
        value={marking.cardTrigger}
        options={TRIGGER_WORDS}
        onChange={(cardTrigger) => onChange({ ...marking, cardTrigger })}
      />
      <Choice
        label="Style"
        value={marking.markStyle}
        options={STYLE_WORDS}
        onChange={(markStyle) => onChange({ ...marking, markStyle })}
      />
      <Choice
        label="Strength"
        value={marking.markStrength}
        options={STRENGTH_WORDS}
        onChange={(markStrength) => onChange({ ...marking, markStrength })}
      />
    </div>
  );
}
