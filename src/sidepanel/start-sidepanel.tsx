import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { Brief as BriefData } from '../core/brief/brief.ts';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import { formatBrief, type BriefFormat } from '../core/brief/format-brief.ts';
import { declareLanguage, t, uiLocale } from '../locales/translate.ts';
import { formatRoute, routeOfFact } from '../messaging/manager-route.ts';
import { currentTab } from '../messaging/current-tab.ts';
import { reportErrors } from '../messaging/report-errors.ts';
import { createSend } from '../messaging/send.ts';
import { Brief } from '../ui/Brief.tsx';
import { createPanelCapture } from './panel-capture.tsx';
import { saveText } from './save-text.ts';

/** A page whose marks are just arriving is asked again after so long. */
const REFRESH_DELAY_MS = 250;

/** The brief beside the page: of the tab that is in front, and anew whenever its marks change. */
export async function startSidepanel(app: Element | null): Promise<void> {
  if (app === null) throw new Error('the side panel has no #app');
  declareLanguage(document.documentElement);
  document.title = t('brief.pageTitle');
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  reportErrors(send);
  const window = (await browser.windows?.getCurrent())?.id ?? null;
  const showCapture = createPanelCapture(send, window, () => void refresh());
  let tab: number | null = null;
  let brief: BriefData | null = null;
  let captured: Awaited<ReturnType<typeof showCapture>> = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    tab = await currentTab(location, browser.tabs);
    const answer = tab === null ? null : await send('page.brief', { tab });
    brief = answer?.ok === true ? answer.value : null;
    captured = await showCapture();
    draw(app);
  };
  const refreshSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), REFRESH_DELAY_MS);
  };
  const copy = async (): Promise<boolean> => {
    if (brief === null) return false;
    await navigator.clipboard.writeText(formatBrief(brief, 'markdown'));
    return true;
  };
  const save = (format: BriefFormat): void => {
    if (brief !== null) saveText(formatBrief(brief, format), brief.title, format);
  };
  const draw = (root: Element): void => {
    render(
      <>
        {captured?.view}
        {captured?.isWhole !== true && (
          <Brief
            brief={brief}
            locale={uiLocale()}
            tools={{ onCopy: async (fact, format) => copyText(await formatCitation(fact, format)) }}
            urlOf={(entity, fact) => browser.runtime.getURL(formatRoute(routeOfFact(entity, fact)))}
            onStep={(entity, direction) => tab !== null && void send('page.reveal', { tab, entity, direction })}
            onCopy={copy}
            onSave={save}
          />
        )}
      </>,
      root,
    );
  };
  browser.tabs.onActivated.addListener(refreshSoon);
  browser.tabs.onUpdated.addListener(refreshSoon);
  browser.storage.session.onChanged.addListener(refreshSoon);
  await refresh();
}
