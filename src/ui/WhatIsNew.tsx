import { RELEASE_NEWS } from '../core/news/release-news.ts';
import { t } from '../locales/translate.ts';

/** What came with the version that runs now; it goes for good when it is dismissed. */
export function WhatIsNew({ onDismiss }: { readonly onDismiss: () => void }) {
  return (
    <section class="news" aria-labelledby="news">
      <h2 id="news">{t('news.title', { version: RELEASE_NEWS.version })}</h2>
      <ul>
        {RELEASE_NEWS.items.map((item) => (
          <li key={item}>{t(`news.item_${item}`)}</li>
        ))}
      </ul>
      <button type="button" class="button" data-dismiss-news onClick={onDismiss}>
        {t('news.dismiss')}
      </button>
    </section>
  );
}
