import { useMemo } from 'preact/hooks';
import type { LibraryRow as LibraryRowData } from '../core/library/library-row.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { formatLooseDate } from './format-date.ts';

type Props = {
  /** Undefined until it has been read. */
  readonly row: LibraryRowData | undefined;
  readonly index: number;
  /** Distance from the first row, in CSS pixels. */
  readonly top: number;
  readonly url: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly locale: string;
  readonly onChoose: (ref: EntityRef) => void;
};

export const rowElementId = (index: number): string => `library-row-${index}`;

/** A name of the library: what it is, who knows it, and how much. Drawn again only when something of it has changed. */
export function LibraryRow(props: Props) {
  return useMemo(() => drawRow(props), Object.values(props));
}

function drawRow({ row, index, top, url, isActive, isChosen, locale, onChoose }: Props) {
  const place = {
    ...{
      role: 'row' as const,
      class: 'library-row',
      id: rowElementId(index),
      style: { transform: `translateY(${top}px)` },
    },
    ...{ 'aria-rowindex': index + 1, 'data-active': isActive ? '' : undefined },
  };
  if (row === undefined)
    return (
      <div {...place} data-waiting="">
        <span role="gridcell" class="library-name">
          <span class="unseen">{t('library.loading')}</span>
        </span>
      </div>
    );
  const { name, type, packs, factCount, newest, isDisputed, isNew, foundIn } = row;
  return (
    <div {...place} aria-selected={isChosen}>
      <span role="gridcell" class="library-choose">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isChosen}
          aria-label={t('library.choose', { name })}
          onChange={() => onChoose(row.ref)}
        />
      </span>
      <span role="gridcell" class="library-name">
        <a href={url} tabIndex={-1} dir="auto">
          {name}
        </a>
        <span class="library-type">{t(`type.${type}`)}</span>
        {isDisputed && (
          <span class="badge" data-tone="warn">
            {t('library.badgeDisputed')}
          </span>
        )}
        {isNew && (
          <span class="badge" data-tone="good">
            {t('library.badgeNew')}
          </span>
        )}
      </span>
      <span role="gridcell" class="library-about">
        {t('count.facts', factCount)}
        {newest !== null && ` · ${t('library.newest', { date: formatLooseDate(newest, locale) })}`}
        {` · ${packs.join(', ')}`}
        {foundIn !== null && foundIn !== 'name' && (
          <span class="library-found-in"> · {t(`library.foundIn_${foundIn}`)}</span>
        )}
      </span>
    </div>
  );
}
