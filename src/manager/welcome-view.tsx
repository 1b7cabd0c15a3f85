import type { VNode } from 'preact';
import { browser } from 'wxt/browser';
import { copyText } from '../citing/copy-text.ts';
import { formatCitation } from '../citing/format-citation.ts';
import { EVERYTHING } from '../core/library/library-query.ts';
import { t, uiLocale } from '../locales/translate.ts';
import { formatRoute, routeOfFact } from '../messaging/manager-route.ts';
import type { SampleTools } from '../ui/SampleArticle.tsx';
import { WelcomePage, type Sample } from '../ui/WelcomePage.tsx';
import { tryName, type TryPorts } from './try-name.ts';

const DEFAULT_PACK = 'china-ai';
const WEB_PAGES = { origins: ['http://*/*', 'https://*/*'] };
/** A first import takes seconds; what is not there by then was removed. */
const LONGEST_IMPORT_MS = 120_000;
/** While the first import runs, it is asked this often whether it is done. */
const WAIT_MS = 400;

/** The view of the first page. It calls back when it has to be drawn anew. */
export function createWelcomeView(ports: TryPorts, redraw: () => void): () => Promise<VNode> {
  const { send } = ports;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasReady = false;
  const openedAt = Date.now();
  const tools: SampleTools = {
    async onOpen(entity) {
      const answer = await send('page.entity', { entity });
      return answer.ok && answer.value !== null ? { ...answer.value, match: null } : null;
    },
    onCopy: async (fact, format) => copyText(await formatCitation(fact, format)),
    urlOf: ({ entity }, fact) => formatRoute(routeOfFact(entity.ref, fact)),
  };
  const setFollowing = (enabled: boolean): void =>
    void send('page.setPackEnabled', { pack: DEFAULT_PACK, enabled }).then(redraw);

  return async () => {
    const [answer, hasAccess] = await Promise.all([send('page.packs', {}), browser.permissions.contains(WEB_PAGES)]);
    const pack = answer.ok ? answer.value.packs.find(({ id }) => id === DEFAULT_PACK) : undefined;
    const sample = await readSample(pack?.isEnabled ?? null);
    wasReady ||= sample.phase !== 'loading';
    clearTimeout(timer);
    if (sample.phase === 'loading') timer = setTimeout(redraw, WAIT_MS);
    return (
      <WelcomePage
        sample={sample}
        tools={tools}
        locale={uiLocale()}
        hasAccess={hasAccess}
        onGrantAccess={() => void browser.permissions.request(WEB_PAGES).then(redraw)}
        isFollowing={pack?.isEnabled ?? !wasReady}
        onFollowing={setFollowing}
        urls={{
          library: formatRoute({ view: 'library', query: EVERYTHING }),
          packs: formatRoute({ view: 'packs' }),
          subscribe: formatRoute({ view: 'subscribe', url: '' }),
          own: formatRoute({ view: 'own' }),
        }}
      />
    );
  };

  async function readSample(isEnabled: boolean | null): Promise<Sample> {
    if (isEnabled === false) return { phase: 'off' };
    if (isEnabled === null) return { phase: wasReady || Date.now() - openedAt > LONGEST_IMPORT_MS ? 'off' : 'loading' };
    const text = t('welcome.article');
    const tried = await tryName(ports, { pack: DEFAULT_PACK, id: 'huawei' }, text);
    // The index comes a moment after the pack.
    if (tried === null || tried.mentions.length === 0) return { phase: 'loading' };
    return { phase: 'ready', text, mentions: tried.mentions };
  }
}
