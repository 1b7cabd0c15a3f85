import type { UpdateFailure } from '../core/updates/update-failure.ts';
import { keyPart, t } from '../locales/translate.ts';

/** Why an update did not come about, in the reader's language, with what exactly where that helps. */
export function explainFailure({ code, detail }: Pick<UpdateFailure, 'code' | 'detail'>): string {
  const sentence = t(`failure.${keyPart(code)}`);
  return code === 'bad-pack' && detail !== '' ? `${sentence} (${detail})` : sentence;
}
