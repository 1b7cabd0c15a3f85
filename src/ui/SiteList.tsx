import { useState } from 'preact/hooks';
import { t } from '../locales/translate.ts';

type Props = {
  readonly title: string;
  readonly hint: string;
  readonly sites: readonly string[];
  readonly onChange: (sites: readonly string[]) => void;
};

/** A host name, with or without what stands around it in an address; null for anything else. */
export function readSite(text: string): string | null {
  const bare = text.trim().toLowerCase();
  const address = URL.parse(/^https?:\/\//.test(bare) ? bare : `https://${bare}`);
  const host = address?.hostname.replace(/^www\./, '') ?? '';
  return /^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$|^localhost$/.test(host) && host.length <= 253 ? host : null;
}

/** A list of sites that can be searched, added to and removed from. */
export function SiteList({ title, hint, sites, onChange }: Props) {
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const wanted = text.trim().toLowerCase();
  const shown = sites.filter((site) => site.includes(wanted)).toSorted();
  return (
    <details class="site-list">
      <summary>
        {title} ({sites.length})
      </summary>
      <p class="field-hint">{hint}</p>
      <form
        class="site-form"
        onSubmit={(event) => {
          event.preventDefault();
          const site = readSite(text);
          setWrong(site === null);
          if (site === null) return;
          onChange([...sites.filter((known) => known !== site), site]);
          setText('');
        }}
      >
        <input
          aria-label={t('settings.siteSearch')}
          class="text-input"
          placeholder={t('settings.siteSearch')}
          value={text}
          aria-invalid={isWrong}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {t('settings.siteAdd')}
        </button>
      </form>
      {isWrong && (
        <p class="field-problem" role="alert">
          {t('settings.siteWrong')}
        </p>
      )}
      <ul class="own-records">
        {shown.map((site) => (
          <li key={site} class="own-record" data-site={site}>
            <span dir="ltr">{site}</span>
            <button
              type="button"
              class="chip"
              aria-label={t('settings.siteRemove', { site })}
              onClick={() => onChange(sites.filter((known) => known !== site))}
            >
              {t('own.remove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
