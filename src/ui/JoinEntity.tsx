import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NamedRecord } from '../core/merging/merge-word.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { LIMITS } from '../core/model/limits.ts';
import { entityKey } from '../core/model/mention.ts';
import { t } from '../locales/translate.ts';
import { useFound } from './use-found.ts';

type Props = {
  readonly onFind: (query: string) => Promise<readonly NamedRecord[]>;
  readonly onJoin: (other: EntityRef) => void;
  readonly onClose: () => void;
};

/** Looks for the record of another pack that is about the same entity. */
export function JoinEntity({ onFind, onJoin, onClose }: Props) {
  const [query, setQuery] = useState('');
  const found = useFound(query, onFind);
  const field = useRef<HTMLInputElement>(null);
  const hint = useId();
  // Before it is painted: who types at once must not type into nothing.
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <div class="join-entity" role="search">
      <input
        ref={field}
        type="search"
        class="text-input"
        aria-label={t('entity.joinFind')}
        aria-describedby={hint}
        placeholder={t('entity.joinFind')}
        maxLength={LIMITS.nameLength}
        dir="auto"
        value={query}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose();
        }}
        onInput={({ currentTarget: { value } }) => setQuery(value)}
      />
      <p id={hint} class="quiet">
        {t('entity.joinHint')}
      </p>
      <ul class="join-found" aria-live="polite">
        {found?.map(({ ref, name, packTitle }) => (
          <li key={entityKey(ref)}>
            <button type="button" class="join-choice" data-join={entityKey(ref)} onClick={() => onJoin(ref)}>
              <span dir="auto">{name}</span> <span class="quiet">{packTitle}</span>
            </button>
          </li>
        ))}
        {found?.length === 0 && <li class="quiet">{t('entity.joinNobody', { query: query.trim() })}</li>}
      </ul>
    </div>
  );
}
