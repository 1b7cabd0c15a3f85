import { formatNumber as format, t } from '../locales/translate.ts';

/** How far the library is: `reading`, nothing to show yet; `building`, it answers by what there is. */
export type LibraryProgress = {
  readonly phase: 'reading' | 'building' | 'ready' | 'failed';
  readonly done: number;
  readonly of: number;
};

type Props = {
  readonly progress: LibraryProgress;
  readonly found: { readonly total: number; readonly outOf: number } | null;
  readonly hasFilters: boolean;
  readonly locale: string;
  readonly packsUrl: string;
  readonly onRetry: () => void;
  readonly onClear: () => void;
};

/** How many names there are, or why there are none. */
export function LibraryStanding({ progress, found, hasFilters, locale, packsUrl, onRetry, onClear }: Props) {
  const { phase } = progress;
  if (phase === 'failed')
    return (
      <div class="library-blank" role="alert">
        <p>{t('library.failed')}</p>
        <button type="button" class="button" onClick={onRetry}>
          {t('library.retry')}
        </button>
      </div>
    );
  if (found === null || (phase === 'reading' && found.outOf === 0)) return <Reading {...progress} locale={locale} />;
  if (found.outOf === 0)
    return (
      <div class="library-blank">
        <p>{t('library.empty')}</p>
        <a class="button" href={packsUrl}>
          {t('library.toPacks')}
        </a>
      </div>
    );
  return (
    <>
      <p role="status" class="library-count">
        {t('library.shown', found.total, { all: format(found.outOf, locale) })}
      </p>
      {phase === 'building' && <Building {...progress} locale={locale} />}
      {found.total === 0 && (
        <div class="library-blank">
          <p>{t('library.nothingFits')}</p>
          {hasFilters && (
            <button type="button" class="button" onClick={onClear}>
              {t('library.clearFilters')}
            </button>
          )}
        </div>
      )}
    </>
  );
}

type Counted = { readonly done: number; readonly of: number; readonly locale: string };

/** Nothing can be shown yet: the shape of what will come. */
const Reading = ({ done, of, locale }: Counted) => (
  <div class="library-blank" aria-busy>
    <p role="status">
      {of === 0 ? t('library.starting') : t('library.reading', { done: format(done, locale), of: format(of, locale) })}
    </p>
    {of > 0 && <progress aria-label={t('library.loading')} max={of} value={done} />}
    <div class="library-shape" aria-hidden="true" />
  </div>
);

const Building = ({ done, of, locale }: Counted) => (
  <p class="library-building">
    <progress aria-label={t('library.loading')} max={of} value={done} />{' '}
    {t('library.building', { done: format(done, locale), of: format(of, locale) })}
  </p>
);
