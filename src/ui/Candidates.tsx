import type { EntityView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';

type Props = { readonly candidates: readonly EntityView[]; readonly onFollow: (entity: EntityRef) => void };

/** Others who bear the same name and could not be told apart: the reader chooses. */
export function Candidates({ candidates, onFollow }: Props) {
  if (candidates.length === 0) return null;
  return (
    <p class="candidates">
      <span>{t('card.mayMean')}</span>
      {candidates.map(({ ref, name, type }) => (
        <button key={`${ref.pack}/${ref.id}`} type="button" class="chip" onClick={() => onFollow(ref)}>
          <span dir="auto">{name}</span> <span class="quiet">{t(`type.${type}`)}</span>
        </button>
      ))}
    </p>
  );
}
