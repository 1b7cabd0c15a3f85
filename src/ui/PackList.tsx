import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { PrivacyLevel } from '../core/model/privacy.ts';
import { Choice } from './Choice.tsx';
import { formatLooseDate } from './format-date.ts';
import { countWords } from './words.ts';

type Props = {
  readonly packs: readonly PackSummary[];
  readonly locale: string;
  /** Where the privacy of a pack may be chosen. */
  readonly onPrivacy?: (pack: string, privacy: PrivacyLevel) => void;
};

const PRIVACY_WORDS: readonly (readonly [PrivacyLevel, string])[] = [
  ['inline', 'Marked in the text'],
  ['overlay', 'Drawn over the page'],
  ['quiet', 'Never on the page'],
];

/** The installed packs with what they hold. */
export function PackList({ packs, locale, onPrivacy }: Props) {
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
          {onPrivacy !== undefined && (
            <Choice
              label="On pages"
              value={pack.privacy}
              options={PRIVACY_WORDS}
              onChange={(privacy) => onPrivacy(pack.id, privacy)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
