import { useState } from 'preact/hooks';
import type { Correction } from '../core/model/correction.ts';
import type { EntityRef } from '../core/model/entity.ts';

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
  const [phrase, setPhrase] = useState(() => phraseAround(sentence, alias));
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
        “{alias}” was taken for <strong dir="auto">{name}</strong>. That is wrong:
      </p>
      {sentence !== '' && <blockquote dir="auto">{sentence}</blockquote>}
      {choice('not-in-phrase', 'within these words')}
      {verdict === 'not-in-phrase' && (
        <input
          class="text-input"
          aria-label="The words around it"
          value={phrase}
          maxLength={200}
          onInput={(event) => setPhrase(event.currentTarget.value)}
        />
      )}
      {site !== '' && choice('not-on-site', `on ${site}`)}
      {choice('never', 'everywhere')}
      {others.length > 0 && choice('other-entity', 'because it means somebody else:')}
      {verdict === 'other-entity' && (
        <select
          class="select"
          aria-label="Whom it means"
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
      {correction === null && <p class="quiet">The words have to be longer than “{alias}” and contain it.</p>}
      <button type="submit" class="button" disabled={correction === null}>
        Correct
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

/** The name with the word before and the word after it. */
function phraseAround(sentence: string, alias: string): string {
  const at = sentence.toLowerCase().indexOf(alias.toLowerCase());
  if (at < 0) return alias;
  const before = /\S+\s*$/.exec(sentence.slice(0, at))?.[0] ?? '';
  const after = /^\s*[^\s.,;:!?]+/.exec(sentence.slice(at + alias.length))?.[0] ?? '';
  return `${before}${sentence.slice(at, at + alias.length)}${after}`.trim();
}
