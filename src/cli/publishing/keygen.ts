import { fingerprintOf, generateKeys } from '../../signing/ed25519.ts';
import { parseOptions, print, takeOperands, type PackCommand } from '../packing/pack-command.ts';
import { WrongUseError } from '../run-command.ts';
import { readableFingerprint, readKeyFile, writeKeyFile } from './key-file.ts';

export const keygen: PackCommand = {
  usage: ['keygen [--json] [--out FILE.pem]', 'keygen [--json] --show FILE.pem'],
  purpose: 'makes a key to sign with, or shows the public half of one',
  async run(args) {
    const { values, positionals } = parseOptions(args, {
      ...{ out: { type: 'string' }, show: { type: 'string' }, json: { type: 'boolean' } },
    });
    takeOperands(positionals);
    if (values.out !== undefined && values.show !== undefined) throw new WrongUseError('--show makes no key.');
    const file = values.show ?? values.out ?? 'sidelight-key.pem';
    const pair = values.show === undefined ? await generateKeys() : readKeyFile(file);
    if (values.show === undefined) writeKeyFile(file, pair);
    const { publicKey } = pair;
    if (values.json === true) {
      return print(JSON.stringify({ file, publicKey, fingerprint: await fingerprintOf(publicKey) }, null, 2));
    }
    if (values.show === undefined) print(`${file} holds the private key: keep it secret, and keep a copy of it.`);
    return print(`public key   ${publicKey}\nfingerprint  ${await readableFingerprint(publicKey)}`);
  },
};
