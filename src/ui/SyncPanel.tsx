import { useState } from 'preact/hooks';
import type { ShownConflict, SyncFailure, SyncStatus } from '../core/sync/sync-status.ts';
import { t } from '../locales/translate.ts';
import { formatBytes } from './format-amount.ts';
import { Switch } from './Switch.tsx';

export type SyncPanelProps = {
  readonly status: SyncStatus;
  readonly isBusy: boolean;
  readonly locale: string;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onSync: () => void;
  readonly onSettle: (key: string, choice: 'kept' | 'lost') => void;
  readonly onForget: () => void;
};

/** Sharing with the user's other devices through the browser's account. */
export function SyncPanel({ status, isBusy, locale, onSwitch, onSync, onSettle, onForget }: SyncPanelProps) {
  const [isAsking, setAsking] = useState(false);
  const { isOn, failure, others, conflicts, bytes, capacity, syncedAt } = status;
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="manager-section" aria-labelledby="sync" data-sync={isOn ? 'on' : 'off'}>
      <h2 id="sync">{t('sync.title')}</h2>
      <p>{t('sync.what')}</p>
      <Switch label={t('sync.switch')} hint={t('sync.hint')} checked={isOn} disabled={isBusy} onChange={onSwitch} />
      <div role="status" aria-live="polite" class="outcomes">
        {failure !== null && (
          <p class="notice" data-tone="bad">
            {explainSyncFailure(failure, capacity, locale)}
          </p>
        )}
        {isOn && syncedAt !== null && (
          <p class="hint">
            {t('sync.last', { date: format.format(syncedAt) })}{' '}
            {t('sync.room', { used: formatBytes(bytes, locale), all: formatBytes(capacity, locale) })}
          </p>
        )}
      </div>
      {isOn && (
        <>
          <Devices others={others} format={format} />
          <p class="button-row">
            <button type="button" class="button" data-sync-now disabled={isBusy} onClick={onSync}>
              {t('sync.now')}
            </button>
            <button type="button" class="button" disabled={isBusy} onClick={() => setAsking(true)}>
              {t('sync.forget')}
            </button>
          </p>
          {isAsking && (
            <div class="notice">
              <p>{t('sync.forgetQuestion')}</p>
              <p class="button-row">
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    setAsking(false);
                    onForget();
                  }}
                >
                  {t('sync.forgetYes')}
                </button>
                <button type="button" class="button" onClick={() => setAsking(false)}>
                  {t('packs.cancel')}
                </button>
              </p>
            </div>
          )}
        </>
      )}
      <Conflicts conflicts={conflicts} onSettle={onSettle} />
    </section>
  );
}

function Devices({ others, format }: { readonly others: SyncStatus['others']; readonly format: Intl.DateTimeFormat }) {
  if (others.length === 0) return <p>{t('sync.alone')}</p>;
  return (
    <>
      <h3>{t('sync.others')}</h3>
      <ul>
        {others.map(({ id, name, writtenAt }) => (
          <li key={id}>{t('sync.device', { name, date: format.format(writtenAt) })}</li>
        ))}
      </ul>
    </>
  );
}

type ConflictsProps = { readonly conflicts: readonly ShownConflict[] } & Pick<SyncPanelProps, 'onSettle'>;

function Conflicts({ conflicts, onSettle }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <>
      <h3>{t('sync.conflicts')}</h3>
      <p>{t('sync.conflictsHint')}</p>
      <ul class="sync-conflicts">
        {conflicts.map(({ key, kept, lost }) => (
          <li key={key} class="notice" data-conflict={key}>
            <dl class="sync-versions">
              <dt>{t('sync.kept')}</dt>
              <dd dir="auto">{kept === '' ? t('sync.removed') : kept}</dd>
              <dt>{t('sync.lost')}</dt>
              <dd dir="auto">{lost === '' ? t('sync.removed') : lost}</dd>
            </dl>
            <p class="button-row">
              <button type="button" class="button" data-settle="kept" onClick={() => onSettle(key, 'kept')}>
                {t('sync.keep')}
              </button>
              <button type="button" class="button" data-settle="lost" onClick={() => onSettle(key, 'lost')}>
                {t('sync.takeOther')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function explainSyncFailure({ code, detail }: SyncFailure, capacity: number, locale: string): string {
  switch (code) {
    case 'too-large':
      return t('sync.tooLarge', { size: formatBytes(Number(detail), locale), all: formatBytes(capacity, locale) });
    case 'refused':
      return t('sync.refused', { reason: detail });
  }
}
