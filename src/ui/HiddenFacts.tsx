import type { FactView } from '../core/card/card-view.ts';
import { t } from '../locales/translate.ts';
import { factKey } from './ClaimGroup.tsx';

type Props = { readonly facts: readonly FactView[]; readonly onShow: (fact: FactView) => void };

/** The facts of an entity that the user has hidden, folded away. */
export function HiddenFacts({ facts, onShow }: Props) {
  if (facts.length === 0) return null;
  return (
    <details class="hidden-facts">
      <summary>{t('own.showHidden', facts.length)}</summary>
      <ul>
        {facts.map((fact) => (
          <li key={factKey(fact)} data-hidden-fact={fact.id}>
            <span dir="auto">{fact.statement}</span>{' '}
            <button type="button" class="chip" onClick={() => onShow(fact)}>
              {t('own.unhide')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
