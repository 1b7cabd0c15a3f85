import type { VNode } from 'preact';
import type { PublisherPreview } from '../core/updates/publisher-preview.ts';
import { uiLocale } from '../locales/translate.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { SubscribePage, type SubscribeState } from '../ui/SubscribePage.tsx';
import type { SubscribeChoices } from '../ui/PublisherFound.tsx';

/** The first fetch of a pack may take long. */
const INSTALL_LIMIT_MS = 25 * 60 * 1000;
const LOOK_LIMIT_MS = 90_000;

/** The view in which one subscribes. It calls back when it has to be drawn anew. */
export function createSubscribeView(send: Send, redraw: () => void): (url: string) => VNode {
  let state: SubscribeState = { phase: 'asking' };
  let looked: { url: string; token: string | null } = { url: '', token: null };
  const show = (next: SubscribeState): void => {
    state = next;
    redraw();
  };
  const look = async (url: string, token: string | null): Promise<void> => {
    looked = { url, token };
    show({ phase: 'looking' });
    const answer = await send('page.previewPublisher', { url, token }, LOOK_LIMIT_MS);
    if (!answer.ok) show({ phase: 'failed', failure: { code: 'offline', detail: answer.error.message } });
    else if (answer.value.ok) show({ phase: 'found', preview: answer.value.value });
    else show({ phase: 'failed', failure: answer.value.error });
  };
  const subscribe = async (preview: PublisherPreview, choices: SubscribeChoices): Promise<void> => {
    show({ phase: 'looking' });
    const { pack, title, url, channel, threshold } = preview;
    const keys = preview.keys.map(({ key }) => key);
    const request = { pack, title, url, channel, threshold, keys, token: looked.token, ...choices };
    const answer = await send('page.subscribe', request, INSTALL_LIMIT_MS);
    if (!answer.ok) show({ phase: 'failed', failure: { code: 'offline', detail: answer.error.message } });
    else if (answer.value.ok) show({ phase: 'done', title });
    else show({ phase: 'failed', failure: answer.value.error });
  };
  return (url) => {
    // Somebody came with another address. A link may only lead to the public net; the rest must be typed.
    if (url.startsWith('https://') && url !== looked.url && state.phase !== 'looking')
      void Promise.resolve().then(() => look(url, null));
    return (
      <SubscribePage
        key={url}
        url={url}
        state={state}
        locale={uiLocale()}
        packsUrl={formatRoute({ view: 'packs' })}
        onLook={(address, token) => void look(address, token)}
        onSubscribe={(preview, choices) => void subscribe(preview, choices)}
      />
    );
  };
}
