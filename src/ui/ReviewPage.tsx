import type { ChangeCounts, PackReview, RecordChange } from '../core/packs/review.ts';
import { t } from '../locales/translate.ts';
import { FieldChanges } from './FieldChanges.tsx';
import { EntityChanges } from './EntityChanges.tsx';

type Props = {
  /** Null if there is nothing to compare. */
  readonly review: PackReview | null;
  /** Whether the version waits for consent; otherwise it is in use. */
  readonly isPending: boolean;
  readonly packsUrl: string;
  readonly entityUrl: (pack: string, entity: string) => string;
  readonly onApply: () => void;
  readonly onDecline: () => void;
  readonly onBack: () => void;
};

/** What a version changes: counts, then name by name. */
export function ReviewPage({ review, isPending, packsUrl, entityUrl, onApply, onDecline, onBack }: Props) {
  if (review === null)
    return (
      <>
        <p>{t('review.none')}</p>
        <a href={packsUrl}>{t('review.toPacks')}</a>
      </>
    );
  const { pack, title, from, to, counts, entities, records, unlisted } = review;
  const version = String(to);
  return (
    <article class="review">
      <header>
        <h1 dir="auto">{t('review.title', { pack: title, version })}</h1>
        <p class="quiet">{t('review.since', { version: String(from) })}</p>
      </header>
      <dl class="terms">
        <Count label={t('review.facts')} counts={counts.facts} />
        <Count label={t('review.entities')} counts={counts.entities} />
        <Count label={t('review.sources')} counts={counts.sources} />
        <Count label={t('review.conflicts')} counts={counts.conflicts} />
      </dl>
      <p class="button-row">
        {isPending ? (
          <>
            <button type="button" class="button" data-tone="main" onClick={onApply}>
              {t('review.apply', { version })}
            </button>
            <button type="button" class="button" onClick={onDecline}>
              {t('review.decline')}
            </button>
          </>
        ) : (
          <button type="button" class="button" onClick={onBack}>
            {t('review.back', { version: String(from) })}
          </button>
        )}
        <a href={packsUrl}>{t('review.toPacks')}</a>
      </p>
      {Object.values(counts).every(isZero) && <p>{t('review.nothing')}</p>}
      <ul class="changes">
        {entities.map((entity) => (
          <EntityChanges key={entity.id} entity={entity} url={isPending ? null : entityUrl(pack, entity.id)} />
        ))}
      </ul>
      {RECORD_KINDS.map((kind) => (
        <RecordChanges key={kind} kind={kind} records={records.filter((record) => record.kind === kind)} />
      ))}
      {unlisted > 0 && <p class="quiet">{t('review.unlisted', unlisted)}</p>}
    </article>
  );
}

const RECORD_KINDS = ['source', 'conflict'] as const;

type RecordProps = { readonly kind: RecordChange['kind']; readonly records: readonly RecordChange[] };

/** What became of sources, or of conflicts. */
function RecordChanges({ kind, records }: RecordProps) {
  if (records.length === 0) return null;
  return (
    <section aria-labelledby={`review-${kind}`}>
      <h2 id={`review-${kind}`}>{kind === 'source' ? t('review.sources') : t('review.conflicts')}</h2>
      <ul class="record-changes">
        {records.map(({ id, title, change, fields }) => (
          <li key={id} class="fact-change" data-change={change} data-record={id}>
            <span class="badge">{t(`review.change_${change}`)}</span>
            <div>
              <p dir="auto">
                {change === 'added' ? <ins>{title}</ins> : change === 'removed' ? <del>{title}</del> : title}
              </p>
              <FieldChanges fields={fields} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Count({ label, counts }: { readonly label: string; readonly counts: ChangeCounts }) {
  if (isZero(counts)) return null;
  const { added, changed, removed } = counts;
  return (
    <>
      <dt>{label}</dt>
      <dd>{t('review.counts', { added: String(added), changed: String(changed), removed: String(removed) })}</dd>
    </>
  );
}

const isZero = ({ added, changed, removed }: ChangeCounts): boolean => added + changed + removed === 0;
