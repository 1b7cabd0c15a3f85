import type { PackSummary } from '../core/packs/pack-summary.ts';
import { formatLooseDate } from './format-date.ts';
import { countWords } from './words.ts';

type Props = { readonly packs: readonly PackSummary[]; readonly locale: string };

/** The installed packs with what they hold. */
export function PackList({ packs, locale }: Props) {
  if (packs.length === 0) return <p class="pack-details">No packs installed.</p>;
  return (
    <ul class="packs">
      {packs.map((pack) => (
        <li key={pack.id} data-pack={pack.id}>
          <p class="pack-title">{pack.title}</p>
          <p class="pack-details">
            Version {pack.version}, {formatLooseDate(pack.published, locale)} · {pack.publisher}
          </p>
          <p class="pack-details">
            {countWords(pack.entities, 'name', 'names', locale)} · {countWords(pack.facts, 'fact', 'facts', locale)} ·{' '}
            {countWords(pack.sources, 'source', 'sources', locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
