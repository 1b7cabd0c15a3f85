import type { LibraryCounts } from '../core/library/filter-rows.ts';
import { countFilters, EVERYTHING, type LibraryQuery } from '../core/library/library-query.ts';
import { ENTITY_TYPES } from '../core/model/entity.ts';
import { CERTAINTIES, QUALITIES, type Quality } from '../core/model/fact.ts';
import { t } from '../locales/translate.ts';
import { FilterChoices } from './FilterChoices.tsx';

type Props = {
  readonly query: LibraryQuery;
  readonly counts: LibraryCounts;
  readonly packs: readonly { readonly id: string; readonly title: string }[];
  readonly locale: string;
  readonly onQuery: (query: LibraryQuery) => void;
};

const qualityWords = (quality: Quality): string =>
  quality === 'ok' ? t('library.quality_ok') : t(`quality.${quality}`);

/** What the names of the library may be narrowed by, each choice with the names it would leave. */
export function LibraryFilters({ query, counts, packs, locale, onQuery }: Props) {
  const change = (part: Partial<LibraryQuery>): void => onQuery({ ...query, ...part });
  const flags = [...(query.isDisputed ? ['disputed' as const] : []), ...(query.isNew ? ['new' as const] : [])];
  return (
    <div class="library-filters">
      <FilterChoices
        title={t('library.pack')}
        choices={packs.map(({ id, title }) => ({ value: id, label: title, count: counts.packs[id] ?? 0 }))}
        chosen={query.packs}
        locale={locale}
        onChange={(chosen) => change({ packs: chosen })}
      />
      <FilterChoices
        title={t('library.type')}
        choices={ENTITY_TYPES.map((type) => ({
          value: type,
          label: t(`type.${type}`),
          count: counts.types[type] ?? 0,
        }))}
        chosen={query.types}
        locale={locale}
        onChange={(chosen) => change({ types: chosen })}
      />
      <FilterChoices
        title={t('library.only')}
        choices={[
          { value: 'disputed' as const, label: t('library.disputed'), count: counts.disputed ?? 0 },
          { value: 'new' as const, label: t('library.isNew'), count: counts.new ?? 0 },
        ]}
        chosen={flags}
        locale={locale}
        onChange={(chosen) => change({ isDisputed: chosen.includes('disputed'), isNew: chosen.includes('new') })}
      />
      <FilterChoices
        title={t('library.certainty')}
        choices={CERTAINTIES.map((certainty) => ({
          value: certainty,
          label: t(`certainty.${certainty}`),
          count: counts.certainties[certainty] ?? 0,
        }))}
        chosen={query.certainties}
        locale={locale}
        onChange={(chosen) => change({ certainties: chosen })}
      />
      <FilterChoices
        title={t('library.quality')}
        choices={QUALITIES.map((quality) => ({
          value: quality,
          label: qualityWords(quality),
          count: counts.qualities[quality] ?? 0,
        }))}
        chosen={query.qualities}
        locale={locale}
        onChange={(chosen) => change({ qualities: chosen })}
      />
      <fieldset class="filter-group">
        <legend>{t('library.dates')}</legend>
        <label class="filter-date">
          {t('library.from')}
          <input type="date" value={query.from} onChange={(event) => change({ from: event.currentTarget.value })} />
        </label>
        <label class="filter-date">
          {t('library.to')}
          <input type="date" value={query.to} onChange={(event) => change({ to: event.currentTarget.value })} />
        </label>
      </fieldset>
      {countFilters(query) > 0 && (
        <button
          type="button"
          class="button"
          onClick={() => onQuery({ ...EVERYTHING, text: query.text, sort: query.sort })}
        >
          {t('library.clearFilters')}
        </button>
      )}
    </div>
  );
}
