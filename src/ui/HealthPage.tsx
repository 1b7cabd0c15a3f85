import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.ts';
import { formatBytes } from './format-amount.ts';

/** How the extension is. Nothing of it says what the user reads or follows but the ids of packs. */
export type HealthState = {
  readonly version: string;
  readonly browser: string;
  readonly databaseVersion: number;
  readonly hasAccess: boolean;
  readonly isPersisted: boolean;
  readonly used: number;
  readonly quota: number;
  readonly packs: readonly {
    readonly id: string;
    readonly version: number;
    readonly records: number;
    readonly enabled: boolean;
  }[];
  readonly lost: number;
  readonly imports: number;
  readonly failures: readonly { readonly pack: string; readonly code: string }[];
  readonly errors: readonly { readonly at: number; readonly name: string; readonly places: readonly string[] }[];
};

type Props = {
  readonly health: HealthState;
  readonly locale: string;
  readonly isCopied: boolean;
  readonly onPersist: () => void;
  readonly onGrantAccess: () => void;
  readonly onCopy: () => void;
  readonly onClear: () => void;
};

/** What is well and what is not, each with the button that mends it, and a report to send to somebody who can help. */
export function HealthPage({ health, locale, isCopied, onPersist, onGrantAccess, onCopy, onClear }: Props) {
  const { hasAccess, isPersisted, used, quota, lost, imports, failures, errors, packs } = health;
  const count = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return (
    <>
      <h1>{t('health.title')}</h1>
      <ul class="health">
        <Check isWell={hasAccess} name="access" said={hasAccess ? t('health.access_yes') : t('health.access_no')}>
          {!hasAccess && (
            <button type="button" class="button" onClick={onGrantAccess}>
              {t('health.grant')}
            </button>
          )}
        </Check>
        <Check isWell={isPersisted} name="persistence" said={isPersisted ? t('health.kept_yes') : t('health.kept_no')}>
          {!isPersisted && (
            <button type="button" class="button" data-persist onClick={onPersist}>
              {t('health.keep')}
            </button>
          )}
        </Check>
        <Check
          isWell={lost === 0}
          name="packs"
          said={lost === 0 ? t('health.packs_well', packs.length) : t('health.packs_lost', lost)}
        />
        <Check
          isWell={failures.length === 0}
          name="updates"
          said={
            failures.length === 0
              ? t('health.updates_well')
              : t('health.updates_failed', { packs: failures.map(({ pack }) => pack).join(', ') })
          }
        />
        <Check
          isWell
          name="imports"
          said={imports === 0 ? t('health.imports_none') : t('health.imports_some', imports)}
        />
        <Check
          isWell={errors.length === 0}
          name="errors"
          said={errors.length === 0 ? t('health.errors_none') : t('health.errors_some', errors.length)}
        />
      </ul>
      <p>{t('health.space', { used: formatBytes(used, locale), all: formatBytes(quota, locale) })}</p>
      <table class="health-packs">
        <thead>
          <tr>
            <th scope="col">{t('health.pack')}</th>
            <th scope="col">{t('health.version')}</th>
            <th scope="col">{t('health.records')}</th>
          </tr>
        </thead>
        <tbody>
          {packs.map(({ id, version, records }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{version}</td>
              <td>{count.format(records)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {errors.length > 0 && (
        <section class="manager-section" aria-labelledby="errors">
          <h2 id="errors">{t('health.errors')}</h2>
          <ul class="health-errors">
            {errors.map(({ at, name, places }) => (
              <li key={`${at} ${places[0] ?? name}`}>
                {date.format(at)} · {name} · <code>{places[0] ?? '–'}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>{t('health.reportHint')}</p>
      <p class="button-row">
        <button type="button" class="button" data-copy-report onClick={onCopy}>
          {isCopied ? t('health.copied') : t('health.copy')}
        </button>
        {errors.length > 0 && (
          <button type="button" class="button" onClick={onClear}>
            {t('health.clear')}
          </button>
        )}
      </p>
    </>
  );
}

type CheckProps = {
  readonly isWell: boolean;
  readonly name: string;
  readonly said: string;
  readonly children?: ComponentChildren;
};

function Check({ isWell, name, said, children }: CheckProps) {
  return (
    <li class="notice" data-check={name} data-tone={isWell ? 'good' : 'bad'}>
      <span aria-hidden="true">{isWell ? '✓' : '!'}</span> <span>{said}</span> {children}
    </li>
  );
}

/** The report as text: what this page shows, in one language and one order. */
export const formatReport = ({ packs, errors, failures, ...health }: HealthState): string =>
  [
    `Sidelight ${health.version}, database ${health.databaseVersion}, ${health.browser}`,
    `access to sites: ${health.hasAccess}; storage kept: ${health.isPersisted}; used ${health.used} of ${health.quota} bytes`,
    `packs lost: ${health.lost}; imports under way: ${health.imports}`,
    ...packs.map(
      (pack) => `pack ${pack.id} ${pack.version}: ${pack.records} records${pack.enabled ? '' : ', resting'}`,
    ),
    ...failures.map(({ pack, code }) => `update of ${pack}: ${code}`),
    ...errors.map(({ at, name, places }) => `${new Date(at).toISOString()} ${name} ${places.join(' < ')}`),
  ].join('\n');
