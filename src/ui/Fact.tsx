import type { ComponentChildren } from 'preact';
import type { FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import type { NoteTarget } from '../core/overlay/overlay-state.ts';
import { t } from '../locales/translate.ts';
import { OwnNotes, type NoteSaver } from './OwnNotes.tsx';
import { SourceLine } from './SourceLine.tsx';
import { Statement } from './Statement.tsx';
import { ageWords, asOfWords } from './words.ts';

type Props = {
  readonly fact: FactView;
  readonly locale: string;
  readonly onFollow?: ((entity: EntityRef) => void) | undefined;
  /** Whether it says which packs it is from: where there are several. */
  readonly namesPacks?: boolean;
  /** Stores the user's notes, where they can be changed. */
  readonly onNote?: NoteSaver | undefined;
  /** What can be done with it. */
  readonly actions?: ComponentChildren;
};

/** One claim: what, how certain, as of when, and who says so. */
export function Fact({ fact, locale, onFollow, namesPacks = false, onNote, actions }: Props) {
  const asOf = asOfWords(fact.asOf, locale);
  return (
    <article class="fact" data-fact={fact.id} data-pack={fact.origins[0]?.pack}>
      <Statement fact={fact} onFollow={onFollow} />
      <p class="fact-qualifiers">
        {fact.isNew && (
          <span class="badge" data-tone="good">
            {t('fact.isNew')}
          </span>
        )}
        <span class="badge" title={t(`certaintyMeaning.${fact.certainty}`)}>
          {t(`certainty.${fact.certainty}`)}
        </span>
        {fact.quality !== 'ok' && (
          <span class="badge" data-tone="warn" title={t(`qualityMeaning.${fact.quality}`)}>
            {t(`quality.${fact.quality}`)}
          </span>
        )}
        <span title={asOf.meaning}>{asOf.words}</span>
        {fact.age !== null && <span data-tone={fact.age.relation}>{ageWords(fact.age)}</span>}
        {namesPacks && (
          <span class="fact-packs">
            {t('fact.fromPack', { packs: fact.origins.map(({ title }) => title).join(t('why.separator')) })}
          </span>
        )}
      </p>
      <ul class="fact-sources">
        {fact.references.map((reference, position) => (
          <SourceLine key={position} reference={reference} locale={locale} />
        ))}
      </ul>
      <OwnNotes notes={fact.ownNotes} locale={locale} editing={onNote && { target: targetOf(fact), onSave: onNote }} />
      {actions}
      {fact.note !== null && (
        <details class="fact-note">
          <summary>{t('fact.note')}</summary>
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

const targetOf = ({ id, origins: [origin] }: FactView): NoteTarget => ({
  kind: 'fact',
  pack: origin?.pack ?? '',
  id: origin?.fact ?? id,
});
