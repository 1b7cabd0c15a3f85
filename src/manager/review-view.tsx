import type { VNode } from 'preact';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { ReviewPage } from '../ui/ReviewPage.tsx';

/** Comparing two large packs takes a while. */
const REVIEW_LIMIT_MS = 5 * 60 * 1000;

/** The view of what a version changes. */
export async function showReview(send: Send, pack: string, which: 'pending' | 'last'): Promise<VNode> {
  const packsUrl = formatRoute({ view: 'packs' });
  const [answer, packs] = await Promise.all([
    send('page.review', { pack, which }, REVIEW_LIMIT_MS),
    send('page.packs', {}),
  ]);
  if (which === 'last' && answer.ok && answer.value !== null) void send('page.markSeen', { pack });
  const earlier = packs.ok ? packs.value.packs.find(({ id }) => id === pack)?.kept[0] : undefined;
  const leave = (change: Promise<unknown>): void => void change.then(() => location.assign(packsUrl));
  return (
    <ReviewPage
      review={answer.ok ? answer.value : null}
      isPending={which === 'pending'}
      packsUrl={packsUrl}
      entityUrl={(of, id) => formatRoute({ view: 'entity', entity: { pack: of, id }, fact: null })}
      onApply={() => leave(send('page.applyUpdate', { pack }))}
      onDecline={() => leave(send('page.declineUpdate', { pack }))}
      onBack={() => earlier !== undefined && leave(send('page.rollBack', { pack, layer: earlier.layer }))}
    />
  );
}
