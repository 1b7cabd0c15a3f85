import type { CaptureFailure, Intent } from '../core/capture/capture.ts';
import { keyPart, t } from '../locales/translate.ts';

export type CaptureButtonsProps = {
  /** Why the last try captured nothing. */
  readonly captureFailure: CaptureFailure | null;
  readonly onCapture: (intent: Intent) => void;
};

/** What can be done with the words that are selected on the page, for those who do not know of the menu of the right button. */
export function CaptureButtons({ captureFailure, onCapture }: CaptureButtonsProps) {
  return (
    <div class="popup-capture" role="group" aria-labelledby="popup-capture">
      <span id="popup-capture">{t('popup.selectedWords')}</span>
      <button type="button" class="button" data-capture="follow" onClick={() => onCapture('follow')}>
        {t('popup.follow')}
      </button>
      <button type="button" class="button" data-capture="fact" onClick={() => onCapture('fact')}>
        {t('popup.saveFact')}
      </button>
      {captureFailure !== null && <p role="alert">{t(`captureFailure.${keyPart(captureFailure)}`)}</p>}
    </div>
  );
}
