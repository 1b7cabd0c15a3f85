import { useId, useState } from 'preact/hooks';
import type { BackupHeader } from '../core/backup/backup-format.ts';
import type { RestoreMode } from '../core/backup/restored-state.ts';
import type { RestoreReport } from '../core/backup/restore-report.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { formatBytes } from './format-amount.ts';
import { ProblemList } from './ProblemList.tsx';
import { Switch } from './Switch.tsx';

/** What came of saving a backup. */
export type SaveState =
  | { readonly phase: 'idle' | 'saving' }
  | { readonly phase: 'saved'; readonly file: string; readonly bytes: number }
  | { readonly phase: 'failed'; readonly reason: string };

/** How far a restore is. */
export type RestoreState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'chosen'; readonly file: string; readonly header: BackupHeader }
  | { readonly phase: 'restoring'; readonly file: string }
  | { readonly phase: 'done'; readonly file: string; readonly report: RestoreReport }
  | { readonly phase: 'failed'; readonly file: string; readonly problems: readonly PackProblem[] };

export type BackupPageProps = {
  readonly save: SaveState;
  readonly restore: RestoreState;
  readonly hasTokens: boolean;
  readonly locale: string;
  readonly onSave: (withTokens: boolean) => void;
  readonly onFile: (file: File) => void;
  readonly onRestore: (mode: RestoreMode) => void;
  readonly onCancel: () => void;
};

/** Everything in one file, and back. */
export function BackupPage({ save, restore, hasTokens, locale, onSave, onFile, onRestore, onCancel }: BackupPageProps) {
  const inputId = useId();
  const [withTokens, setWithTokens] = useState(false);
  const isBusy = save.phase === 'saving' || restore.phase === 'restoring';
  return (
    <>
      <h1>{t('backup.title')}</h1>
      <section class="manager-section" aria-labelledby="save-backup">
        <h2 id="save-backup">{t('backup.saveTitle')}</h2>
        <p>{t('backup.whatIsIn')}</p>
        {hasTokens && (
          <Switch
            label={t('backup.tokens')}
            hint={t('backup.tokensHint')}
            checked={withTokens}
            onChange={setWithTokens}
          />
        )}
        <p class="button-row">
          <button type="button" class="button" data-save disabled={isBusy} onClick={() => onSave(withTokens)}>
            {t('backup.save')}
          </button>
        </p>
        <div role="status" aria-live="polite" class="outcomes">
          <SaveOutcome save={save} locale={locale} />
        </div>
      </section>
      <section class="manager-section" aria-labelledby="restore-backup">
        <h2 id="restore-backup">{t('backup.restoreTitle')}</h2>
        <p>{t('backup.restoreHint')}</p>
        <p class="button-row">
          <label class="button" for={inputId}>
            {t('backup.choose')}
            <input
              id={inputId}
              type="file"
              class="file-input"
              accept=".gz,.jsonl,application/gzip,application/jsonl"
              disabled={isBusy}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                // The same file may be chosen again.
                event.currentTarget.value = '';
                if (file !== undefined) onFile(file);
              }}
            />
          </label>
        </p>
        <div role="status" aria-live="polite" class="outcomes">
          <RestoreOutcome restore={restore} locale={locale} onRestore={onRestore} onCancel={onCancel} />
        </div>
      </section>
    </>
  );
}

function SaveOutcome({ save, locale }: Pick<BackupPageProps, 'save' | 'locale'>) {
  switch (save.phase) {
    case 'idle':
      return null;
    case 'saving':
      return <p class="notice">{t('backup.saving')}</p>;
    case 'saved':
      return (
        <p class="notice" data-tone="good">
          {t('backup.saved', { file: save.file, size: formatBytes(save.bytes, locale) })}
        </p>
      );
    case 'failed':
      return (
        <p class="notice" data-tone="bad">
          {t('backup.saveFailed', { reason: save.reason })}
        </p>
      );
  }
}

type OutcomeProps = Pick<BackupPageProps, 'restore' | 'locale' | 'onRestore' | 'onCancel'>;

function RestoreOutcome({ restore, locale, onRestore, onCancel }: OutcomeProps) {
  switch (restore.phase) {
    case 'idle':
      return null;
    case 'chosen': {
      const { savedAt, counts } = restore.header;
      const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(savedAt);
      return (
        <div class="notice">
          <p>
            {t('backup.found', { date, packs: t('backup.packs', counts.packs) })} {t('backup.question')}
          </p>
          <RestoreChoice onRestore={onRestore} onCancel={onCancel} />
        </div>
      );
    }
    case 'restoring':
      return <p class="notice">{t('backup.restoring', { file: restore.file })}</p>;
    case 'done': {
      const { packs, skipped } = restore.report;
      const list = new Intl.ListFormat(locale);
      return (
        <p class="notice" data-tone="good">
          {t('backup.done')} {packs.length > 0 && t('backup.came', { packs: list.format(packs) })}{' '}
          {skipped.length > 0 && t('backup.skipped', { packs: list.format(skipped) })}
        </p>
      );
    }
    case 'failed':
      return (
        <div class="import">
          <p class="notice" data-tone="bad">
            {t('backup.failed', { file: restore.file })}
          </p>
          <ProblemList problems={restore.problems} />
        </div>
      );
  }
}

/** The harmless way at once, the other after a second question: what was here is gone then. */
function RestoreChoice({ onRestore, onCancel }: Pick<BackupPageProps, 'onRestore' | 'onCancel'>) {
  const [isReplacing, setReplacing] = useState(false);
  return (
    <>
      {isReplacing && <p>{t('backup.replaceSure')}</p>}
      <p class="button-row">
        {isReplacing ? (
          <button
            type="button"
            class="button"
            data-tone="bad"
            data-restore="replace"
            onClick={() => onRestore('replace')}
          >
            {t('backup.replaceNow')}
          </button>
        ) : (
          <>
            <button type="button" class="button" data-restore="add" onClick={() => onRestore('add')}>
              {t('backup.add')}
            </button>
            <button type="button" class="button" data-restore="ask" onClick={() => setReplacing(true)}>
              {t('backup.replace')}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {t('packs.cancel')}
        </button>
      </p>
    </>
  );
}
