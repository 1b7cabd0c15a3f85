import { useEffect, useId, useState } from 'preact/hooks';
import { MAX_TRIED_LENGTH, type TriedText } from '../core/linking/try-text.ts';
import type { Alias, EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { NameRules } from './NameRules.tsx';
import { TriedMarks } from './TriedMarks.tsx';
import { TriedReasons } from './TriedReasons.tsx';

export type TryTools = {
  /** Its names as the packs list them, with their rules. */
  readonly names: readonly Pick<Alias, 'text' | 'case' | 'needs' | 'not' | 'highlight'>[];
  /** Null where nothing can be said now. */
  readonly onTry: (text: string) => Promise<TriedText | null>;
};

type Props = TryTools & { readonly entity: EntityRef; readonly locale: string };

/** A person who types is not answered at every letter. */
const TRY_DELAY_MS = 250;

/** A text to be pasted: which names would be marked in it, and why; which would not. Beside it the rules. */
export function TryName({ names, onTry, entity, locale }: Props) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState<TriedText | null | 'failed'>(null);
  const hint = useId();
  useEffect(() => {
    if (text.trim() === '') {
      setTried(null);
      return;
    }
    let isLatest = true;
    const show = (answer: TriedText | null): void => {
      if (isLatest) setTried(answer ?? 'failed');
    };
    const timer = setTimeout(
      () =>
        void onTry(text).then(
          (answer) => show(answer),
          () => show(null),
        ),
      TRY_DELAY_MS,
    );
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <details class="try-name">
      <summary>{t('try.title')}</summary>
      <div class="try-columns">
        <div class="try-text">
          <textarea
            class="select"
            aria-label={t('try.text')}
            aria-describedby={hint}
            placeholder={t('try.text')}
            dir="auto"
            rows={5}
            maxLength={MAX_TRIED_LENGTH}
            value={text}
            onInput={({ currentTarget: { value } }) => setText(value)}
          />
          <p id={hint} class="quiet">
            {t('try.hint')}
          </p>
          <div class="try-answer" aria-live="polite">
            {tried === 'failed' && <p>{t('try.failed')}</p>}
            {tried !== null && tried !== 'failed' && (
              <>
                <TriedMarks tried={tried} entity={entity} />
                <TriedReasons tried={tried} entity={entity} locale={locale} />
              </>
            )}
          </div>
        </div>
        <NameRules names={names} />
      </div>
    </details>
  );
}
