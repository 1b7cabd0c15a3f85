import type { ComponentChildren } from 'preact';
import type { FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { SourceLine } from './SourceLine.tsx';
import { Statement } from './Statement.tsx';
import { ageWords, asOfWords, CERTAINTY_WORDS, QUALITY_WORDS } from './words.ts';

type Props = {
  readonly fact: FactView;
  readonly locale: string;
  readonly onFollow?: ((entity: EntityRef) => void) | undefined;
  /** What can be done with it. */
  readonly actions?: ComponentChildren;
};

/** One claim: what, how certain, as of when, and who says so. */
export function Fact({ fact, locale, onFollow, actions }: Props) {
  const certainty = CERTAINTY_WORDS[fact.certainty];
  const asOf = asOfWords(fact.asOf, locale);
  const quality = fact.quality === 'ok' ? null : QUALITY_WORDS[fact.quality];
  return (
    <article class="fact" data-fact={fact.id}>
      <Statement fact={fact} onFollow={onFollow} />
      <p class="fact-qualifiers">
        <span class="badge" title={certainty.meaning}>
          {certainty.word}
        </span>
        {quality !== null && (
          <span class="badge" data-tone="warn" title={quality.meaning}>
            {quality.word}
          </span>
        )}
        <span title={asOf.meaning}>{asOf.words}</span>
        {fact.age !== null && <span data-tone={fact.age.relation}>{ageWords(fact.age, locale)}</span>}
      </p>
      <ul class="fact-sources">
        {fact.references.map((reference, position) => (
          <SourceLine key={position} reference={reference} locale={locale} />
        ))}
      </ul>
      {actions}
      {fact.note !== null && (
        <details class="fact-note">
          <summary>Note</summary>
          {fact.note}
        </details>
      )}
      {fact.caveats.map((caveat) => (
        <details key={caveat.title} class="fact-note">
          <summary>{caveat.title}</summary>
          {caveat.summary}
        </details>
      ))}
    </article>
  );
}
