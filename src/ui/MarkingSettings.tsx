import type { Density, MarkStrength, MarkStyle } from '../core/model/settings.ts';
import { Choice } from './Choice.tsx';

export type Marking = { readonly density: Density; readonly markStyle: MarkStyle; readonly markStrength: MarkStrength };

type Props = { readonly marking: Marking; readonly onChange: (marking: Marking) => void };

const DENSITY_WORDS: readonly (readonly [Density, string])[] = [
  ['every', 'Every mention'],
  ['section', 'The first in each section'],
  ['page', 'The first on the page'],
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
