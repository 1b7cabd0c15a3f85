import { entityKey } from '../core/model/mention.ts';
import type { Privacy } from '../core/model/privacy.ts';
import { markOwnNames } from '../core/model/site.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { privacyRequests } from '../messaging/privacy-contract.ts';
import { readPrivacy, writePrivacy } from '../storage/privacy-store.ts';
import { changeSettings, type SettingsChangePorts } from './change-settings.ts';

/** Keeps how openly names are marked. */
export function createPrivacyHandlers(
  ports: SettingsChangePorts,
): Handlers<typeof privacyRequests, Extract<Caller, { kind: 'page' }>> {
  const { area, inTurn, applySettings } = ports;
  const change = async (alter: (privacy: Privacy) => Privacy): Promise<null> => {
    await inTurn(async () => writePrivacy(area, alter(await readPrivacy(area))));
    await applySettings();
    return null;
  };
  return {
    'page.setPackPrivacy': ({ pack, privacy }) =>
      change(({ packs, entities }) => ({ packs: { ...packs, [pack]: privacy }, entities })),
    'page.setEntityPrivacy': ({ entity, privacy }) =>
      change(({ packs, entities }) => {
        const { [entityKey(entity)]: _, ...others } = entities;
        return { packs, entities: privacy === null ? others : { ...others, [entityKey(entity)]: privacy } };
      }),
    'page.entityPrivacy': async ({ entity }) => (await readPrivacy(area)).entities[entityKey(entity)] ?? null,
    'page.markOwnNames': ({ site }) =>
      changeSettings(ports, (settings) =>
        site === null ? { ...settings, ownNames: 'all' as const } : markOwnNames(settings, site),
      ),
  };
}
