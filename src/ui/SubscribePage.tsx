import { useState } from 'preact/hooks';
import type { PublisherPreview } from '../core/updates/publisher-preview.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { t } from '../locales/translate.ts';
import { explainFailure } from './explain-failure.ts';
import { PublisherFound, type SubscribeChoices } from './PublisherFound.tsx';
import { TokenField } from './TokenField.tsx';

/** How far subscribing has come. */
export type SubscribeState =
  | { readonly phase: 'asking' }
  | { readonly phase: 'looking' }
  | { readonly phase: 'found'; readonly preview: PublisherPreview }
  | { readonly phase: 'failed'; readonly failure: Pick<UpdateFailure, 'code' | 'detail'> }
  | { readonly phase: 'done'; readonly title: string };

type Props = {
  readonly url: string;
  readonly state: SubscribeState;
  readonly locale: string;
  readonly packsUrl: string;
  readonly onLook: (url: string, token: string | null) => void;
  readonly onSubscribe: (preview: PublisherPreview, choices: SubscribeChoices) => void;
};

/** Subscribing to a pack: an address, a look at what is there, consent. */
export function SubscribePage({ url, state, locale, packsUrl, onLook, onSubscribe }: Props) {
  const [address, setAddress] = useState(url);
  const [token, setToken] = useState('');
  const isBusy = state.phase === 'looking';
  return (
    <section class="manager-section subscribe">
      <h1>{t('subscribe.title')}</h1>
      <p class="quiet">{t('subscribe.explain')}</p>
      <form
        class="address-form"
        onSubmit={(event) => {
          event.preventDefault();
          onLook(address.trim(), token.trim() === '' ? null : token.trim());
        }}
      >
        <label class="field">
          <span>{t('import.address')}</span>
          <input
            type="url"
            required
            class="text-input"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <TokenField label={t('subscribe.token')} token={token} onToken={setToken} />
        <button
          type="submit"
          class="button"
          data-tone={state.phase === 'found' ? 'plain' : undefined}
          disabled={isBusy || address.trim() === ''}
        >
          {isBusy ? t('subscribe.looking') : t('subscribe.look')}
        </button>
      </form>
      <div role="status" aria-live="polite">
        {state.phase === 'failed' && (
          <p class="notice" data-tone="bad">
            {t('subscribe.failed', { reason: explainFailure(state.failure) })}
          </p>
        )}
        {state.phase === 'done' && (
          <p class="notice" data-tone="good">
            {t('subscribe.done', { pack: state.title })} <a href={packsUrl}>{t('review.toPacks')}</a>
          </p>
        )}
      </div>
      {state.phase === 'found' && (
        <PublisherFound
          preview={state.preview}
          locale={locale}
          onSubscribe={(choices) => onSubscribe(state.preview, choices)}
        />
      )}
    </section>
  );
}
