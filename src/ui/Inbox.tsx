import { useState } from 'preact/hooks';
import { LIMITS } from '../core/model/limits.ts';
import type { Capture } from '../core/capture/capture.ts';
import { t } from '../locales/translate.ts';
import { formatDay } from './format-amount.ts';

type Props = {
  /** Newest first. */
  readonly captures: readonly Capture[];
  readonly locale: string;
  readonly urlOf: (capture: Capture) => string;
  readonly onDiscard: (capture: Capture) => void;
  readonly onRestore: (capture: Capture) => void;
};

/** The captures that are not finished. */
export function Inbox({ captures, locale, urlOf, onDiscard, onRestore }: Props) {
  const [discarded, setDiscarded] = useState<Capture | null>(null);
  return (
    <section class="manager-section" aria-labelledby="inbox">
      <h1 id="inbox">{t('inbox.title')}</h1>
      <p class="quiet">{captures.length === 0 ? t('inbox.none') : t('inbox.hint')}</p>
      <div role="status">
        {discarded !== null && (
          <p class="notice">
            {t('inbox.discarded')}{' '}
            <button
              type="button"
              class="chip"
              data-action="undo"
              onClick={() => {
                onRestore(discarded);
                setDiscarded(null);
              }}
            >
              {t('inbox.undo')}
            </button>
          </p>
        )}
      </div>
      <ul class="inbox">
        {captures.map((capture) => (
          <li key={capture.id} data-capture={capture.id}>
            <a class="inbox-quote" dir="auto" href={urlOf(capture)}>
              {capture.draft.statement.trim() || capture.quote}
            </a>
            <p class="quiet">{aboutOf(capture, locale)}</p>
            <button
              type="button"
              class="chip"
              aria-label={t('inbox.discardOf', { quote: capture.quote.slice(0, LIMITS.nameLength / 4) })}
              onClick={() => {
                setDiscarded(capture);
                onDiscard(capture);
              }}
            >
              {t('capture.discard')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const aboutOf = ({ intent, draft, capturedAt }: Capture, locale: string): string =>
  [
    intent === 'follow' ? t('inbox.toFollow') : t('inbox.fact'),
    ...(draft.subject === null ? [] : [draft.subject.name]),
    draft.source.site,
    formatDay(capturedAt, locale),
  ]
    .filter((part) => part !== '')
    .join(' · ');
