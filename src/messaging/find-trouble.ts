import type { StoreTrouble } from '../core/model/store-trouble.ts';
import type { Send } from './send.ts';

/** Why a page of ours has nothing to show; null if all is well by now. */
export async function findTrouble(send: Send): Promise<{ readonly code: 'silent' } | StoreTrouble | null> {
  const health = await send('page.health', {});
  return health.ok ? health.value.trouble : { code: 'silent' };
}
