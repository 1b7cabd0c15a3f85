import { useState } from 'preact/hooks';
import type { PackDetails, SubscriptionDetails } from '../core/packs/pack-details.ts';
import { t } from '../locales/translate.ts';
import { explainFailure } from './explain-failure.ts';
import { formatDay, formatWhen } from './format-amount.ts';
import type { PackActions } from './PackItem.tsx';

type Props = {
  readonly pack: PackDetails;
  readonly locale: string;
  readonly now: number;
  readonly actions: Pick<PackActions, 'onCheck' | 'reviewUrl' | 'subscribeUrl'>;
};

/** Whether a pack is up to date, what waits, what went wrong, and the way to more. */
export function UpdateState({ pack, locale, now, actions }: Props) {
  const [isChecking, setChecking] = useState(false);
  const { subscription, pending } = pack;
  const check = (): void => {
    setChecking(true);
    void actions.onCheck(pack.id).finally(() => setChecking(false));
  };
  return (
    <div class="update-state">
      {pending !== null && (
        <p class="notice" data-tone="good">
          {t('packs.waits', { version: String(pending.version) })}{' '}
          <a href={actions.reviewUrl(pack.id, 'pending')}>{t('packs.review')}</a>
        </p>
      )}
      {subscription !== null && <CheckState subscription={subscription} locale={locale} now={now} />}
      <p class="button-row">
        {subscription !== null && (
          <button type="button" class="button" disabled={isChecking} onClick={check}>
            {isChecking ? t('packs.checking') : t('packs.check')}
          </button>
        )}
        {subscription === null && pack.updateUrl !== null && (
          <a class="button" href={actions.subscribeUrl(pack.updateUrl)}>
            {t('packs.subscribe')}
          </a>
        )}
        {hasChanged(pack) && <a href={actions.reviewUrl(pack.id, 'last')}>{t('packs.lastReview')}</a>}
      </p>
    </div>
  );
}

/** A version that was put back, from a backup say, is no update. */
const hasChanged = ({ version, kept }: PackDetails): boolean => kept[0] !== undefined && kept[0].version !== version;

type CheckProps = { readonly subscription: SubscriptionDetails; readonly locale: string; readonly now: number };

function CheckState({ subscription, locale, now }: CheckProps) {
  const { checkedAt, updatedAt, nextCheckAt, expiresAt, failure } = subscription;
  return (
    <>
      {failure !== null && (
        <p class="notice" data-tone="bad">
          {t('packs.problem', { reason: explainFailure(failure) })}
        </p>
      )}
      {expiresAt !== null && expiresAt < now && (
        <p class="notice" data-tone="warn">
          {t('packs.expired', { date: formatDay(expiresAt, locale) })}
        </p>
      )}
      <p class="pack-details">
        {updatedAt !== null && `${t('packs.updated', { when: formatWhen(updatedAt, now, locale) })} `}
        {checkedAt !== null && `${t('packs.checked', { when: formatWhen(checkedAt, now, locale) })} `}
        {nextCheckAt === null ? t('packs.noNext') : t('packs.next', { when: formatWhen(nextCheckAt, now, locale) })}
      </p>
    </>
  );
}
