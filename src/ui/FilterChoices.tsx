import { formatNumber } from '../locales/translate.ts';

type Props<Value extends string> = {
  readonly title: string;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly count: number }[];
  readonly chosen: readonly Value[];
  readonly locale: string;
  readonly onChange: (chosen: readonly Value[]) => void;
};

/** A filter of which any choices may be made. What would leave nothing is not offered, unless it is chosen. */
export function FilterChoices<Value extends string>({ title, choices, chosen, locale, onChange }: Props<Value>) {
  const offered = choices.filter(({ value, count }) => count > 0 || chosen.includes(value));
  if (offered.length === 0) return null;
  return (
    <fieldset class="filter-group">
      <legend>{title}</legend>
      {offered.map(({ value, label, count }) => (
        <label key={value} class="filter-choice">
          <input
            type="checkbox"
            data-filter={value}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span dir="auto">{label}</span>
          <span class="filter-count">{formatNumber(count, locale)}</span>
        </label>
      ))}
    </fieldset>
  );
}
