import type { LostPack } from '../core/packs/pack-details.ts';
import { t } from '../locales/translate.ts';

type Props = {
  readonly lost: readonly LostPack[];
  /** Where a backup can be restored. */
  readonly backupUrl: string;
  readonly onRestore: (pack: string) => void;
  readonly onForget: (pack: string) => void;
};

/** Packs that the browser has lost, and the way to have them back. */
export function LostPacks({ lost, backupUrl, onRestore, onForget }: Props) {
  if (lost.length === 0) return null;
  return (
    <section class="manager-section" aria-labelledby="lost" role="alert">
      <h2 id="lost">{t('packs.lostTitle')}</h2>
      <ul class="lost">
        {lost.map(({ id, title, isSubscribed }) => (
          <li key={id} class="notice" data-tone="bad" data-lost={id}>
            <p>
              {t('packs.lost', { pack: title })} {!isSubscribed && t('packs.importAgain')}
            </p>
            <p class="button-row">
              {!isSubscribed && (
                <a class="button" href={backupUrl}>
                  {t('packs.fromBackup')}
                </a>
              )}
              {isSubscribed && (
                <button type="button" class="button" onClick={() => onRestore(id)}>
                  {t('packs.restore')}
                </button>
              )}
              <button type="button" class="button" onClick={() => onForget(id)}>
                {t('packs.forget')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
