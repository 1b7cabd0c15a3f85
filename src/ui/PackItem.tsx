import { useState } from 'preact/hooks';
import type { PackDetails } from '../core/packs/pack-details.ts';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../core/model/privacy.ts';
import { keyPart, t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { formatLooseDate } from './format-date.ts';
import { PackVersions } from './PackVersions.tsx';
import { SubscriptionSettings, type SubscriptionChoices } from './SubscriptionSettings.tsx';
import { UpdateState } from './UpdateState.tsx';

/** What can be done with an installed pack. */
export type PackActions = {
  readonly onPrivacy: (pack: string, privacy: PrivacyLevel) => void;
  readonly onEnabled: (pack: string, enabled: boolean) => void;
  /** Moves it by so many places. */
  readonly onMove: (pack: string, places: number) => void;
  readonly onRemove: (pack: string) => void;
  readonly onRollBack: (pack: string, layer: number) => void;
  readonly onCheck: (pack: string) => Promise<void>;
  readonly onToken: (pack: string, token: string | null) => void;
  readonly onSubscription: (pack: string, choices: SubscriptionChoices) => void;
  readonly onUnsubscribe: (pack: string) => void;
  readonly reviewUrl: (pack: string, which: 'pending' | 'last') => string;
  readonly subscribeUrl: (url: string) => string;
};

type Props = {
  readonly pack: PackDetails;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly locale: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly actions: PackActions;
};

/** An installed pack: what it is, how it is kept, and what can be done with it. */
export function PackItem({ pack, isFirst, isLast, locale, now, actions }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { id, title, active } = pack;
  return (
    <li class="pack" data-pack={id} data-off={pack.isEnabled ? undefined : ''}>
      <div class="pack-head">
        <div>
          <h3 class="pack-title" dir="auto">
            {title}
          </h3>
          <p class="pack-details">
            {t('packs.edition', {
              version: String(pack.version),
              date: formatLooseDate(pack.published, locale),
              publisher: pack.publisher,
            })}
          </p>
          <p class="pack-details">
            {t('count.names', pack.entities)} · {t('count.facts', pack.facts)} · {t('count.sources', pack.sources)}
          </p>
        </div>
        <label class="pack-use">
          <input
            type="checkbox"
            role="switch"
            class="switch"
            checked={pack.isEnabled}
            aria-label={`${t('packs.inUse')}: ${title}`}
            onChange={(event) => actions.onEnabled(id, event.currentTarget.checked)}
          />
        </label>
      </div>
      <p class="badges">
        <span class="badge">{t(`packs.origin_${keyPart(active.origin.kind)}`)}</span>
        {active.origin.kind !== 'built-in' && (
          <span class="badge" data-tone={active.origin.signer === null ? 'warn' : 'good'}>
            {active.origin.signer === null ? t('packs.unsigned') : t('packs.signed')}
          </span>
        )}
      </p>
      <UpdateState pack={pack} locale={locale} now={now} actions={actions} />
      <details class="pack-more">
        <summary>{t('packs.more')}</summary>
        <PackVersions pack={pack} locale={locale} onRollBack={(layer) => actions.onRollBack(id, layer)} />
        {pack.subscription !== null && (
          <SubscriptionSettings
            subscription={pack.subscription}
            onChange={(choices) => actions.onSubscription(id, choices)}
            onToken={(token) => actions.onToken(id, token)}
            onUnsubscribe={() => actions.onUnsubscribe(id)}
          />
        )}
        <Choice
          label={t('packs.privacy')}
          value={pack.privacy}
          options={PRIVACY_LEVELS.map((level) => [level, t(`packs.privacy_${level}`)])}
          onChange={(privacy) => actions.onPrivacy(id, privacy)}
        />
        <p class="button-row">
          <button
            type="button"
            class="button"
            disabled={isFirst}
            aria-label={t('packs.moveUp', { pack: title })}
            onClick={() => actions.onMove(id, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            class="button"
            disabled={isLast}
            aria-label={t('packs.moveDown', { pack: title })}
            onClick={() => actions.onMove(id, 1)}
          >
            ↓
          </button>
          {isAsking ? (
            <span class="question" role="alert">
              {t('packs.removeQuestion', { pack: title })}{' '}
              <button type="button" class="button" data-tone="bad" onClick={() => actions.onRemove(id)}>
                {t('packs.removeYes')}
              </button>{' '}
              <button type="button" class="button" onClick={() => setAsking(false)}>
                {t('packs.cancel')}
              </button>
            </span>
          ) : (
            <button type="button" class="button" onClick={() => setAsking(true)}>
              {t('packs.remove')}
            </button>
          )}
        </p>
      </details>
    </li>
  );
}
