import { t } from '../locales/translate.ts';
import { SampleArticle, type SampleTools } from './SampleArticle.tsx';
import type { SampleMark } from './SampleText.tsx';
import { Switch } from './Switch.tsx';

/** The article: the first import is under way, its names are found, or the pack that knows them rests. */
export type Sample =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly text: string; readonly mentions: readonly SampleMark[] }
  | { readonly phase: 'off' };

type Props = {
  readonly sample: Sample;
  readonly tools: SampleTools;
  readonly locale: string;
  readonly hasAccess: boolean;
  readonly onGrantAccess: () => void;
  /** Whether the pack that comes with the extension is in use. */
  readonly isFollowing: boolean;
  readonly onFollowing: (isFollowing: boolean) => void;
  readonly urls: { readonly library: string; readonly packs: string; readonly subscribe: string; readonly own: string };
};

/** The first page: the thing at work, what to follow, what it may do, and the way on. */
export function WelcomePage(props: Props) {
  const { sample, tools, locale, hasAccess, isFollowing, urls } = props;
  return (
    <div class="welcome">
      <header>
        <h1>{t('welcome.title')}</h1>
        <p class="welcome-lead">{t('welcome.lead')}</p>
      </header>
      {!hasAccess && (
        <section class="notice" data-tone="warn" role="alert">
          <p>{t('popup.noAccess')}</p>
          <button type="button" class="button" data-grant onClick={props.onGrantAccess}>
            {t('popup.allowAccess')}
          </button>
        </section>
      )}
      <div class="welcome-sample" aria-busy={sample.phase === 'loading'}>
        {sample.phase === 'ready' && (
          <SampleArticle text={sample.text} mentions={sample.mentions} locale={locale} tools={tools} />
        )}
        {sample.phase === 'loading' && (
          <p class="welcome-loading" role="status">
            {t('welcome.loading')}
          </p>
        )}
        {sample.phase === 'off' && <p class="quiet">{t('welcome.off')}</p>}
      </div>
      <section class="manager-section" aria-labelledby="welcome-follow">
        <h2 id="welcome-follow">{t('welcome.follow')}</h2>
        <Switch
          label={t('welcome.pack')}
          hint={t('welcome.packHint')}
          checked={isFollowing}
          disabled={sample.phase === 'loading'}
          onChange={props.onFollowing}
        />
        <ul class="welcome-more">
          <li>
            <a href={urls.packs}>{t('welcome.import')}</a>
          </li>
          <li>
            <a href={urls.subscribe}>{t('welcome.subscribe')}</a>
          </li>
          <li>
            <a href={urls.own}>{t('welcome.own')}</a>
          </li>
        </ul>
      </section>
      <section class="manager-section" aria-labelledby="welcome-privacy">
        <h2 id="welcome-privacy">{t('welcome.privacy')}</h2>
        <ul class="welcome-privacy">
          <li>{t('welcome.privacy_reads')}</li>
          <li>{t('welcome.privacy_stays')}</li>
          <li>{t('welcome.privacy_fetches')}</li>
          <li>{t('welcome.privacy_off')}</li>
        </ul>
      </section>
      <p>
        <a class="button" data-tone="main" data-finish href={urls.library}>
          {t('welcome.finish')}
        </a>
      </p>
    </div>
  );
}
