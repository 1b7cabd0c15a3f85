import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CHANNELS, type Channel, type Manifest } from '../../core/updates/manifest.ts';
import { UnsoundFileError } from '../file-problem.ts';
import { problemOf } from './describe-failure.ts';
import { manifestFileName } from './published-file.ts';
import { readManifest } from './read-manifest.ts';

/** The manifests of a pack that lie in a folder. */
export type PublishedChannels = Partial<Record<Channel, Manifest>>;

/** Reads the manifests of a pack. @throws UnsoundFileError if one is not sound: nothing may be built upon it. */
export async function readChannels(folder: string, pack: string): Promise<PublishedChannels> {
  const found: PublishedChannels = {};
  for (const channel of CHANNELS) {
    const file = join(folder, manifestFileName(pack, channel));
    if (!existsSync(file)) continue;
    const opened = await readManifest(file);
    if (!opened.ok) throw new UnsoundFileError([problemOf(file, opened.error)]);
    const { manifest } = opened.value;
    if (manifest.pack !== pack)
      throw new UnsoundFileError([problemOf(file, { code: 'wrong-pack', detail: manifest.pack })]);
    if (manifest.channel !== channel)
      throw new UnsoundFileError([problemOf(file, { code: 'wrong-channel', detail: manifest.channel })]);
    found[channel] = manifest;
  }
  return found;
}

/** What a manifest says of the other channels: those in its folder, and those it knew of before. */
export function namesOfOthers(pack: string, channel: Channel, published: PublishedChannels): Manifest['channels'] {
  const own = CHANNELS.filter((other) => other !== channel && published[other] !== undefined);
  return {
    ...published[channel]?.channels,
    ...Object.fromEntries(own.map((other) => [other, manifestFileName(pack, other)])),
  };
}
