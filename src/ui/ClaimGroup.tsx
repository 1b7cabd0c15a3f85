import type { CitationFormat } from '../core/card/citation-format.ts';
import type { ClaimGroupView, DisagreementView, FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { CorrectableFact, type FactCorrecting } from './CorrectableFact.tsx';
import { Fact } from './Fact.tsx';
import { FactActions } from './FactActions.tsx';
import type { NoteSaver } from './OwnNotes.tsx';

/** What a reader can do with facts where they are shown. */
export type FactTools = {
  readonly onFollow?: (entity: EntityRef) => void;
  readonly onCopy: (fact: FactView, format: CitationFormat) => Promise<boolean>;
  /** Where a fact stands with all others of its entity. */
  readonly urlOf?: (fact: FactView) => string;
  /** Where the user may add something of their own. */
  readonly own?: {
    readonly onNote: NoteSaver;
    readonly onHide: (fact: FactView) => void;
    readonly correcting: FactCorrecting;
  };
};

type Props = {
  readonly group: ClaimGroupView;
  readonly locale: string;
  readonly tools: FactTools;
  /** Whether facts say which packs they are from. */
  readonly namesPacks: boolean;
};

/** One claim, or several that disagree, side by side with the reason. */
export function ClaimGroup({ group, locale, tools: { onFollow, onCopy, urlOf, own }, namesPacks }: Props) {
  const drawFact = (fact: FactView, onCorrect?: () => void) => (
    <Fact
      key={factKey(fact)}
      fact={fact}
      locale={locale}
      namesPacks={namesPacks}
      onNote={own?.onNote}
      onFollow={onFollow}
      actions={
        <FactActions
          onCopy={(format) => onCopy(fact, format)}
          {...(urlOf === undefined ? {} : { url: urlOf(fact) })}
          {...(own === undefined ? {} : { onHide: () => own.onHide(fact) })}
          {...(onCorrect === undefined ? {} : { onCorrect })}
        />
      }
    />
  );
  const facts = group.facts.map((fact) =>
    own === undefined ? (
      drawFact(fact)
    ) : (
      <CorrectableFact key={factKey(fact)} fact={fact} correcting={own.correcting}>
        {(onCorrect) => drawFact(fact, onCorrect)}
      </CorrectableFact>
    ),
  );
  if (group.disagreement === null) return <li class="claim">{facts}</li>;
  return (
    <li class="disagreement">
      <div>
        <Disagreement disagreement={group.disagreement} kind={group.facts[0]?.kind ?? ''} />
      </div>
      {facts}
    </li>
  );
}

function Disagreement({ disagreement, kind }: { readonly disagreement: DisagreementView; readonly kind: string }) {
  if (disagreement.by === 'figures')
    return <p class="disagreement-title">{t('card.disagreement', { title: kind.replaceAll('-', ' ') })}</p>;
  return (
    <>
      <p class="disagreement-title">{t('card.disagreement', { title: disagreement.title })}</p>
      <p class="disagreement-summary">{disagreement.summary}</p>
    </>
  );
}

/** Another for every fact of a card: two packs may use the same id. */
export const factKey = ({ id, origins }: FactView): string => `${origins[0]?.pack}/${id}`;

export const groupKey = ({ facts: [first] }: ClaimGroupView): string | undefined => first && factKey(first);
