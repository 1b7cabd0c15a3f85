type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  /** What can be chosen, and how it is called. */
  readonly options: readonly (readonly [T, string])[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
};

/** A labelled choice of one out of a few. */
export function Choice<T extends string>({ label, value, options, disabled = false, onChange }: Props<T>) {
  return (
    <label class="choice">
      <span class="choice-label">{label}</span>
      <select
        class="select"
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find(([option]) => option === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
