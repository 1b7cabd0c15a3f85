import { useState } from 'preact/hooks';
import { t } from '../locales/translate.ts';
import { TokenField } from './TokenField.tsx';

type Props = { readonly hasToken: boolean; readonly onToken: (token: string | null) => void };

/** The token with which a private pack is fetched: never shown, but changed or taken away. */
export function TokenForm({ hasToken, onToken }: Props) {
  const [token, setToken] = useState('');
  const give = (given: string | null): void => {
    setToken('');
    onToken(given);
  };
  return (
    <form
      class="token-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') give(token.trim());
      }}
    >
      <TokenField label={hasToken ? t('packs.tokenThere') : t('subscribe.token')} token={token} onToken={setToken} />
      <span class="button-row">
        <button type="submit" class="button" data-token="set" disabled={token.trim() === ''}>
          {hasToken ? t('packs.tokenChange') : t('packs.tokenSet')}
        </button>
        {hasToken && (
          <button type="button" class="button" data-token="remove" onClick={() => give(null)}>
            {t('packs.tokenRemove')}
          </button>
        )}
      </span>
    </form>
  );
}
