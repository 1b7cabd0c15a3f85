import { useState } from 'preact/hooks';
import type { PackCounts } from '../core/model/fact-pack.ts';
import type { PublisherPreview } from '../core/updates/publisher-preview.ts';
import { SCHEDULES, type Schedule } from '../core/updates/subscription.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { formatBytes, formatDay } from './format-amount.ts';
import { Switch } from './Switch.tsx';

export type SubscribeChoices = { readonly schedule: Schedule; readonly isAutomatic: boolean };

type Props = {
  readonly preview: PublisherPreview;
  readonly locale: string;
  readonly onSubscribe: (choices: SubscribeChoices) => void;
};

const describeCounts = ({ entities, facts, sources }: PackCounts): string =>
  [t('count.names', entities), t('count.facts', facts), t('count.sources', sources)].join(' · ');

/** The pack at an address: what it is, who signed it, and how it is to be kept. */
export function PublisherFound({ preview, locale, onSubscribe }: Props) {
  const [schedule, setSchedule] = useState<Schedule>('daily');
  const [isAutomatic, setAutomatic] = useState(false);
  const isSigned = preview.keys.length > 0;
  return (
    <section class="found" data-pack={preview.pack}>
      <h2 dir="auto">{t('subscribe.found', { pack: preview.title, version: String(preview.version) })}</h2>
      <div>
        {preview.publisher !== '' && (
          <p class="pack-details" dir="auto">
            {[preview.publisher, preview.license].filter((line) => line !== '').join(' · ')}
          </p>
        )}
        {preview.counts !== null && <p class="pack-details">{describeCounts(preview.counts)}</p>}
        <p class="pack-details">
          {t('subscribe.size', {
            size: formatBytes(preview.bytes, locale),
            date: formatDay(Date.parse(preview.issued), locale),
          })}
        </p>
      </div>
      {preview.notes !== '' && <p dir="auto">{preview.notes}</p>}
      {preview.installedVersion !== null && (
        <p>{t('subscribe.installed', { version: String(preview.installedVersion) })}</p>
      )}
      {preview.hasOtherKeys && (
        <p class="notice" data-tone="bad" role="alert">
          {t('subscribe.otherKeys')}
        </p>
      )}
      {isSigned ? (
        <div class="keys">
          <p>{preview.keys.length === 1 ? t('subscribe.keys') : t('subscribe.anyKey')}</p>
          {preview.keys.map(({ fingerprint }) => (
            <Fingerprint key={fingerprint} of={fingerprint} />
          ))}
        </div>
      ) : (
        <p class="notice" data-tone="warn">
          {t('subscribe.unsigned')}
        </p>
      )}
      <Choice
        label={t('packs.schedule')}
        value={schedule}
        options={SCHEDULES.map((often) => [often, t(`packs.schedule_${often}`)])}
        onChange={setSchedule}
      />
      {isSigned && (
        <Switch
          label={t('packs.automatic')}
          hint={t('packs.automaticHint')}
          checked={isAutomatic}
          onChange={setAutomatic}
        />
      )}
      <button
        type="button"
        class="button"
        data-tone="main"
        onClick={() => onSubscribe({ schedule, isAutomatic: isSigned && isAutomatic })}
      >
        {t('subscribe.confirm')}
      </button>
    </section>
  );
}
