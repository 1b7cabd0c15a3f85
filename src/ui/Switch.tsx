type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
};

/** A labelled on/off switch. */
export function Switch({ label, hint, checked, disabled = false, onChange }: Props) {
  return (
    <label class="switch-row">
      <span class="switch-text">
        <span class="switch-label">{label}</span>
        {hint !== undefined && <span class="switch-hint">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
