/** What people compare of a key: the first half of its fingerprint (128 bits), in groups of four. */
export function Fingerprint({ of }: { readonly of: string }) {
  return <code class="fingerprint">{of.slice(0, 32).replace(/.{4}(?=.)/g, '$& ')}</code>;
}
