type Props = { readonly label: string; readonly token: string; readonly onToken: (token: string) => void };

/** Where the token of a private pack is typed: never shown, never filled in by the browser. */
export function TokenField({ label, token, onToken }: Props) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="password"
        class="text-input"
        autocomplete="off"
        value={token}
        onInput={(event) => onToken(event.currentTarget.value)}
      />
    </label>
  );
}
