import { useState } from 'preact/hooks';
import { suggestPhrase } from '../core/linking/suggest-phrase.ts';
import type { Correction } from '../core/model/correction.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { Sentence } from './Sentence.tsx';

/** A wrong mark as it stood on a page, with the names of those it was, or may have been, taken for. */
export type WrongMark = {
  readonly entity: EntityRef;
  readonly name: string;
  readonly alias: string;
  readonly sentence: string;
  readonly site: string;
  readonly others: readonly { readonly entity: EntityRef; readonly name: string }[];
};

type Props = { readonly mark: WrongMark; readonly onSave: (correction: Correction) => void };

type Verdict = Correction['verdict'];

/** What the reader can say about a wrong mark. */
export function CorrectionForm({ mark, onSave }: Props) {
  const { name, alias, sentence, site, others } = mark;
  const [verdict, setVerdict] = useState<Verdict>('not-in-phrase');
  const [phrase, setPhrase] = useState(() => suggestPhrase(sentence, alias));
  const [other, setOther] = useState(0);
  const correction = correctionOf(mark, verdict, phrase, other);
  const choice = (value: Verdict, label: string) => (
    <label class="radio">
      <input type="radio" name="verdict" value={value} checked={verdict === value} onChange={() => setVerdict(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <form
      class="correction-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (correction !== null) onSave(correction);
      }}
    >
      <p>
        <Sentence text="correction.taken" slots={{ alias, name: <strong dir="auto">{name}</strong> }} />
      </p>
      {sentence !== '' && <blockquote dir="auto">{sentence}</blockquote>}
      {choice('not-in-phrase', t('correction.inWords'))}
      {verdict === 'not-in-phrase' && (
        <input
          class="text-input"
          aria-label={t('correction.wordsAround')}
          value={phrase}
          maxLength={200}
          onInput={(event) => setPhrase(event.currentTarget.value)}
        />
      )}
      {site !== '' && choice('not-on-site', t('correction.onSite', { site }))}
      {choice('never', t('correction.everywhere'))}
      {others.length > 0 && choice('other-entity', t('correction.otherEntity'))}
      {verdict === 'other-entity' && (
        <select
          class="select"
          aria-label={t('correction.whom')}
          value={String(other)}
          onChange={(event) => setOther(Number(event.currentTarget.value))}
        >
          {others.map((candidate, position) => (
            <option key={`${candidate.entity.pack}/${candidate.entity.id}`} value={String(position)}>
              {candidate.name}
            </option>
          ))}
        </select>
      )}
      {correction === null && <p class="quiet">{t('correction.tooShort', { alias })}</p>}
      <button type="submit" class="button" disabled={correction === null}>
        {t('correction.submit')}
      </button>
    </form>
  );
}

function correctionOf({ entity, alias, site, others }: WrongMark, verdict: Verdict, phrase: string, other: number) {
  const shared = { entity, alias };
  switch (verdict) {
    case 'never':
      return { verdict, ...shared } satisfies Correction;
    case 'not-on-site':
      return { verdict, ...shared, site } satisfies Correction;
    case 'not-in-phrase': {
      const words = phrase.trim();
      const isLonger = words.length > alias.length && words.toLowerCase().includes(alias.toLowerCase());
      return isLonger ? ({ verdict, ...shared, phrase: words } satisfies Correction) : null;
    }
    case 'other-entity': {
      const chosen = others[other];
      return chosen === undefined ? null : ({ verdict, ...shared, other: chosen.entity } satisfies Correction);
    }
  }
}
