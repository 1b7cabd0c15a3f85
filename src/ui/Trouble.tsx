import { useState } from 'preact/hooks';
import type { StoreTrouble } from '../core/model/store-trouble.ts';
import { t } from '../locales/translate.ts';

/** What keeps Sidelight from its work: its background does not answer, or its store cannot be opened. */
export type TroubleKind = { readonly code: 'silent' } | StoreTrouble;

type Props = {
  readonly trouble: TroubleKind;
  readonly onRetry: () => void;
  readonly onRestart: () => void;
  /** Throws the store away; absent where there is no room to ask twice. */
  readonly onBeginAnew?: () => void;
  /** Where a backup can be restored. */
  readonly backupUrl: string;
};

/** Says in plain words what is wrong, that nothing has been deleted, and what mends it. */
export function Trouble({ trouble, onRetry, onRestart, onBeginAnew, backupUrl }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <section class="notice trouble" data-tone="bad" data-trouble={trouble.code} role="alert">
      <p>{t(`trouble.${trouble.code}`)}</p>
      {trouble.code !== 'silent' && <p class="quiet">{trouble.detail}</p>}
      <p class="button-row">
        <button type="button" class="button" onClick={onRetry}>
          {t('trouble.retry')}
        </button>
        <button type="button" class="button" onClick={onRestart}>
          {t('trouble.restart')}
        </button>
        {trouble.code === 'unreadable' && onBeginAnew !== undefined && !isAsking && (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t('trouble.beginAnew')}
          </button>
        )}
      </p>
      {isAsking && (
        <>
          <p>{t('trouble.whatIsLost')}</p>
          <p class="button-row">
            <button type="button" class="button" data-begin-anew onClick={onBeginAnew}>
              {t('trouble.yesBeginAnew')}
            </button>
            <a href={backupUrl}>{t('backup.title')}</a>
          </p>
        </>
      )}
    </section>
  );
}
