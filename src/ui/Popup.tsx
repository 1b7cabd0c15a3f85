import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { CaptureButtons, type CaptureButtonsProps } from './CaptureButtons.tsx';
import { ImportPanel } from './ImportPanel.tsx';
import type { SiteMode } from '../core/model/settings.ts';
import type { Marking } from './MarkingSettings.tsx';
import { PopupSettings } from './PopupSettings.tsx';
import { MentionList, type MentionItem } from './MentionList.tsx';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { ImportState } from './import-state.ts';
import { PackList } from './PackList.tsx';
import { Switch } from './Switch.tsx';

/** So many marks a page may have. */
const MARKS_PER_PAGE = 5000;

export type PopupProps = CaptureButtonsProps & {
  readonly enabled: boolean;
  readonly site: string | null;
  readonly siteEnabled: boolean;
  /** Whether names are marked on the sites the user has listed only. */
  readonly siteMode: SiteMode;
  /** Whether this tab is off until it is loaded anew. */
  readonly isPaused: boolean;
  readonly marking: Marking;
  readonly mentions: readonly MentionItem[];
  /** Whether there are more than a page may have marks. */
  readonly isFull: boolean;
  /** Whether names of the user's own stand there that are not marked on this site. */
  readonly hidesOwnNames: boolean;
  readonly onMarkOwnNames: () => void;
  readonly packs: readonly PackSummary[];
  readonly shortcut: string;
  /** Whether the browser lets the extension read web pages. Firefox's users may take that back. */
  readonly hasAccess: boolean;
  readonly onGrantAccess: () => void;
  /** Whether what came with an update has not been seen; the manager tells it. */
  readonly hasNews: boolean;
  readonly importState: ImportState;
  /** Firefox closes its popup when a file dialog opens, so there the import has a page of its own. */
  readonly importsElsewhere: boolean;
  readonly locale: string;
  readonly onEnabled: (enabled: boolean) => void;
  readonly onSiteEnabled: (enabled: boolean) => void;
  readonly onSiteMode: (mode: SiteMode) => void;
  readonly onPaused: (paused: boolean) => void;
  readonly onMarking: (marking: Marking) => void;
  readonly managerUrl: string;
  readonly packsUrl: string;
  /** Installed packs whose data the browser has lost. */
  readonly lostPacks: number;
  /** Where the pack that this page invites to can be subscribed to; null if it invites to none. */
  readonly subscribeUrl: string | null;
  readonly reviewUrl: (pack: string) => string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly onReveal: (entity: EntityRef) => void;
  readonly onFile: (file: File) => void;
  readonly onMeant: () => void;
  readonly onOpenImport: () => void;
  readonly onOpenBrief: () => void;
};

/** The toolbar popup: off and on, what is on this page, which packs are installed. */
export function Popup(props: PopupProps) {
  const { enabled, site, siteEnabled, isPaused, mentions, packs, locale } = props;
  return (
    <div class="popup">
      <h1 class="unseen">Sidelight</h1>
      {!props.hasAccess && (
        <section class="popup-section" role="alert">
          <p>{t('popup.noAccess')}</p>
          <button type="button" class="button" onClick={props.onGrantAccess}>
            {t('popup.allowAccess')}
          </button>
        </section>
      )}
      {props.hasNews && (
        <p class="popup-section" data-news>
          <a href={props.managerUrl} target="_blank" rel="noreferrer">
            {t('news.popup')}
          </a>
        </p>
      )}
      <section class="popup-section">
        <Switch
          label={t('popup.markNames')}
          hint={
            props.shortcut === '' ? t('popup.everywhere') : t('popup.everywhereShortcut', { shortcut: props.shortcut })
          }
          checked={enabled}
          onChange={props.onEnabled}
        />
        {site !== null && (
          <Switch
            label={t('popup.onThisSite')}
            hint={site}
            checked={enabled && siteEnabled}
            disabled={!enabled}
            onChange={props.onSiteEnabled}
          />
        )}
        {site !== null && (
          <Switch
            label={t('popup.inThisTab')}
            hint={t('popup.untilReload')}
            checked={enabled && siteEnabled && !isPaused}
            disabled={!enabled || !siteEnabled}
            onChange={(on) => props.onPaused(!on)}
          />
        )}
      </section>
      <section class="popup-section" aria-label={t('popup.onThisPage')}>
        <h2 class="popup-heading">
          <span>{t('popup.onThisPage')}</span>
          {mentions.length > 0 && <span>{t('count.mentions', total(mentions))}</span>}
        </h2>
        {mentions.length === 0 ? (
          <p class="quiet">{explainNone(props)}</p>
        ) : (
          <MentionList mentions={mentions} onReveal={props.onReveal} />
        )}
        {site !== null && (
          <button type="button" class="button" onClick={props.onOpenBrief}>
            {t('popup.openBrief')}
          </button>
        )}
        {props.hidesOwnNames && (
          <p class="popup-own">
            <span class="quiet">{t('popup.ownQuiet')}</span>
            <button type="button" class="button" data-own-names onClick={props.onMarkOwnNames}>
              {t('popup.markOwn')}
            </button>
          </p>
        )}
        {site !== null && <CaptureButtons {...props} />}
        {props.isFull && <p class="quiet">{t('popup.full', MARKS_PER_PAGE)}</p>}
      </section>
      <PopupSettings {...props} />
      <section class="popup-section" aria-label={t('packs.title')}>
        <h2 class="popup-heading">{t('packs.title')}</h2>
        {props.lostPacks > 0 && (
          <p class="notice" data-tone="bad" role="alert">
            {t('popup.lost', props.lostPacks)}{' '}
            <a href={props.packsUrl} target="_blank" rel="noopener">
              {t('popup.mendLost')}
            </a>
          </p>
        )}
        <PackList packs={packs} locale={locale} now={props.now} reviewUrl={props.reviewUrl} />
        {props.subscribeUrl !== null && (
          <a class="button" href={props.subscribeUrl} target="_blank" rel="noopener">
            {t('popup.subscribe')}
          </a>
        )}
        {props.importsElsewhere ? (
          <button type="button" class="button" onClick={props.onOpenImport}>
            {t('import.choose')}
          </button>
        ) : (
          <ImportPanel state={props.importState} onFile={props.onFile} onMeant={props.onMeant} />
        )}
        <a class="popup-link" href={props.managerUrl} target="_blank" rel="noopener">
          {t('popup.manage')}
        </a>
      </section>
    </div>
  );
}

const total = (mentions: readonly MentionItem[]): number => mentions.reduce((sum, mention) => sum + mention.count, 0);

function explainNone({ enabled, site, siteEnabled, siteMode, isPaused }: PopupProps): string {
  if (!enabled) return t('popup.off');
  if (site === null) return t('popup.noWebPage');
  if (!siteEnabled && siteMode === 'listed') return t('popup.notListed');
  if (!siteEnabled) return t('popup.offOnSite');
  return isPaused ? t('popup.offInTab') : t('popup.noName');
}
