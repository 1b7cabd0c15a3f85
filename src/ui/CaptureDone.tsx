import { t } from '../locales/translate.ts';

type Props = {
  readonly name: string;
  readonly isFact: boolean;
  /** Where all that is known of it stands. */
  readonly url: string;
  /** The site on which the name is marked; null where that is everywhere. */
  readonly markedOn: string | null;
  readonly onMarkEverywhere: () => void;
  readonly onClose: () => void;
};

/** Says that a capture is saved, and where. */
export function CaptureDone({ name, isFact, url, markedOn, onMarkEverywhere, onClose }: Props) {
  return (
    <section class="capture">
      <p role="status" class="notice" data-tone="good">
        {isFact ? t('capture.factSaved', { name }) : t('capture.followed', { name })}
      </p>
      {markedOn !== null && (
        <>
          <p>{t('capture.markedOn', { site: markedOn })}</p>
          <p class="button-row">
            <button type="button" class="button" data-action="everywhere" onClick={onMarkEverywhere}>
              {t('own.markEverywhere')}
            </button>
          </p>
        </>
      )}
      <p class="button-row">
        <button type="button" class="button" data-action="close" onClick={onClose}>
          {t('capture.toBrief')}
        </button>
        <a class="button" href={url} target="_blank" rel="noreferrer">
          {t('capture.show')}
        </a>
      </p>
    </section>
  );
}
