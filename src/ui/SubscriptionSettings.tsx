import type { SubscriptionDetails } from '../core/packs/pack-details.ts';
import { SCHEDULES } from '../core/updates/subscription.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { TokenForm } from './TokenForm.tsx';
import { Switch } from './Switch.tsx';

export type SubscriptionChoices = Pick<SubscriptionDetails, 'schedule' | 'isAutomatic' | 'channel'>;

type Props = {
  readonly subscription: SubscriptionDetails;
  readonly onChange: (choices: SubscriptionChoices) => void;
  readonly onToken: (token: string | null) => void;
  readonly onUnsubscribe: () => void;
};

/** How a pack is kept up to date. */
export function SubscriptionSettings({ subscription, onChange, onToken, onUnsubscribe }: Props) {
  const { schedule, isAutomatic, channel, channels, fingerprints, url, hasToken } = subscription;
  const choices = { schedule, isAutomatic, channel };
  return (
    <section class="subscription">
      <dl class="terms">
        <dt>{t('packs.address')}</dt>
        <dd>
          <code>{url}</code>
        </dd>
        {fingerprints.map((fingerprint) => (
          <>
            <dt>{t('packs.key')}</dt>
            <dd>
              <Fingerprint of={fingerprint} />
            </dd>
          </>
        ))}
      </dl>
      <Choice
        label={t('packs.schedule')}
        value={schedule}
        options={SCHEDULES.map((often) => [often, t(`packs.schedule_${often}`)])}
        onChange={(chosen) => onChange({ ...choices, schedule: chosen })}
      />
      {channels.length > 1 && (
        <Choice
          label={t('packs.channel')}
          value={channel}
          options={channels.map((name) => [name, t(`packs.channel_${name}`)])}
          onChange={(chosen) => onChange({ ...choices, channel: chosen })}
        />
      )}
      {fingerprints.length > 0 && (
        <Switch
          label={t('packs.automatic')}
          hint={t('packs.automaticHint')}
          checked={isAutomatic}
          onChange={(chosen) => onChange({ ...choices, isAutomatic: chosen })}
        />
      )}
      <TokenForm hasToken={hasToken} onToken={onToken} />
      <button type="button" class="button" onClick={onUnsubscribe}>
        {t('packs.unsubscribe')}
      </button>
    </section>
  );
}
