import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';

export type MentionItem = {
  readonly entity: EntityRef;
  readonly name: string;
  readonly count: number;
  readonly isQuiet: boolean;
};

type Props = { readonly mentions: readonly MentionItem[]; readonly onReveal: (entity: EntityRef) => void };

/** The names on a page, most frequent first; choosing one goes there. */
export function MentionList({ mentions, onReveal }: Props) {
  return (
    <ul class="mentions">
      {mentions.map(({ entity, name, count, isQuiet }) => (
        <li key={`${entity.pack}/${entity.id}`}>
          <button type="button" class="mention" onClick={() => onReveal(entity)} title={t('popup.goTo', { name })}>
            <span dir="auto">{name}</span>
            {isQuiet && <span class="quiet">{t('popup.notMarked')}</span>}
            <span class="mention-count">{count}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
