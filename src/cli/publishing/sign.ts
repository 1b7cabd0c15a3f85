import { relative, resolve } from 'node:path';
import { CHANNELS } from '../../core/updates/manifest.ts';
import { judgeTypedAddress } from '../../core/updates/pack-address.ts';
import { UnsoundFileError } from '../file-problem.ts';
import { parseOptions, print, takeOperands, type PackCommand } from '../packing/pack-command.ts';
import { printProblems } from '../packing/print-problems.ts';
import { WrongUseError } from '../run-command.ts';
import { isOpenToOthers, readKeyFile, takePublicKey } from './key-file.ts';
import { publishPack, type Publication } from './publish-pack.ts';

const MANY = { type: 'string', multiple: true } as const;
const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Named for what makes it worth running, as signing is what its manifest is for. It does not upload: a name such as "publish"
 * would promise that.
 */
export const sign: PackCommand = {
  usage: [
    'sign --out DIR [--key FILE.pem]… [--channel stable|beta] [--expires DAYS] [--previous OLD_PACK]…',
    '     [--mirror URL]… [--next-key KEY]… [--threshold N] [--notes TEXT] [--renew] [--json] PACK',
  ],
  purpose: 'writes what subscribers fetch into a folder: pack, patches, signed manifest (uploads nothing)',
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      ...{ out: TEXT, key: MANY, channel: TEXT, expires: TEXT, previous: MANY, mirror: MANY },
      ...{ 'next-key': MANY, threshold: TEXT, notes: TEXT, renew: FLAG, json: FLAG },
    });
    const [packFile] = takeOperands(positionals, 'PACK');
    const { out, key = [], previous = [], mirror = [], 'next-key': nextKeys = [], notes, json = false } = values;
    if (out === undefined) throw new WrongUseError('--out is missing.');
    for (const file of key) warnOfExposure(file, out);
    const channel = CHANNELS.find((known) => known === (values.channel ?? 'stable'));
    if (channel === undefined) throw new WrongUseError(`--channel is one of ${CHANNELS.join(', ')}.`);
    const threshold = values.threshold === undefined ? null : takeCount('--threshold', values.threshold, 8);
    if (key.length === 0 && (nextKeys.length > 0 || threshold !== null))
      throw new WrongUseError('--next-key and --threshold need --key: only a signed manifest can hand over.');
    if (!mirror.every((address) => judgeTypedAddress(URL.canParse(address) ? new URL(address) : null).ok))
      throw new WrongUseError('--mirror wants the https address of a folder.');
    const successors = nextKeys.map((named) => takePublicKey('--next-key', named));
    const now = Date.now();
    const expires = values.expires === undefined ? null : takeCount('--expires', values.expires, 3650);
    const release = {
      ...{ channel, nextKeys: successors, threshold, mirrors: mirror, notes, issuedAt: now },
      keys: key.map(readKeyFile),
      expiresAt: expires === null ? null : now + expires * DAY_MS,
    };
    try {
      return report(
        await publishPack({ packFile, folder: out, previous, isRenewal: values.renew === true }, release),
        json,
      );
    } catch (error) {
      if (!(error instanceof UnsoundFileError)) throw error;
      if (json) print(JSON.stringify(error.problems, null, 2));
      else printProblems(error.problems);
      return 1;
    }
  },
};

/** @throws WrongUseError for a key in the folder that is going to be public. */
function warnOfExposure(key: string, folder: string): void {
  const way = relative(resolve(folder), resolve(key));
  if (!way.startsWith('..') && resolve(way) !== way)
    throw new WrongUseError(`${key} lies in ${folder}, which everybody will see. Move the key elsewhere.`);
  if (isOpenToOthers(key)) process.stderr.write(`${key}: others on this machine can read this key (chmod 600).\n`);
}

function takeCount(option: string, written: string, max: number): number {
  const count = /^\d{1,4}$/.test(written) ? Number(written) : 0;
  if (count < 1 || count > max) throw new WrongUseError(`${option} wants a whole number from 1 to ${max}.`);
  return count;
}

function report({ manifestFile, manifest, signers }: Publication, json: boolean): 0 {
  const { pack, version, channel, file, patches } = manifest;
  if (signers.length === 0)
    process.stderr.write(
      'It is not signed: subscribers cannot tell it from a forgery, and each change waits for their consent. Sign with --key.\n',
    );
  if (json) {
    const patched = patches.map(({ path, bytes, from }) => ({ path, bytes, from }));
    const { path, bytes } = file;
    return print(
      JSON.stringify(
        { manifest: manifestFile, pack, version, channel, path, bytes, patches: patched, signers },
        null,
        2,
      ),
    );
  }
  print(`${manifestFile}: ${pack} version ${version}, ${channel}, ${file.bytes} bytes`);
  for (const { from, bytes } of patches) print(`  patch from version ${from}: ${bytes} bytes`);
  return 0;
}
