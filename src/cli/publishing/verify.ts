import { fingerprintOf } from '../../signing/ed25519.ts';
import { parseOptions, print, takeOperands, type PackCommand } from '../packing/pack-command.ts';
import { printProblems } from '../packing/print-problems.ts';
import { checkPublication, type CheckedPublication } from './check-publication.ts';
import { readableFingerprint, takePublicKey } from './key-file.ts';

const MANY = { type: 'string', multiple: true } as const;

export const verify: PackCommand = {
  usage: ['verify [--key KEY]… [--previous OLD_PACK]… [--json] MANIFEST'],
  purpose: 'checks what subscribers fetch: signatures, files, patches',
  async run(args) {
    const { values, positionals } = parseOptions(args, { key: MANY, previous: MANY, json: { type: 'boolean' } });
    const [file] = takeOperands(positionals, 'MANIFEST');
    const { key = [], previous = [], json = false } = values;
    const keys = key.map((named) => takePublicKey('--key', named));
    const checked = await checkPublication(file, keys, previous, Date.now());
    await (json ? reportAsJson(file, checked) : report(file, checked));
    return checked.problems.length === 0 ? 0 : 1;
  },
};

async function report(file: string, { opened, problems, remarks }: CheckedPublication): Promise<void> {
  printProblems(problems);
  for (const remark of remarks) process.stderr.write(`${file}: ${remark}\n`);
  if (opened === null) return;
  const { manifest, signers } = opened;
  if (problems.length === 0)
    print(`${manifest.pack} version ${manifest.version}, ${manifest.channel}: sound (${file})`);
  for (const signer of signers) print(`  signed by   ${signer}  ${await readableFingerprint(signer)}`);
  for (const key of manifest.keys) print(`  may sign    ${key}  ${await readableFingerprint(key)}`);
}

async function reportAsJson(file: string, { opened, problems, remarks }: CheckedPublication): Promise<void> {
  const manifest = opened?.manifest;
  const withFingerprints = (keys: readonly string[] = []) =>
    Promise.all(keys.map(async (key) => ({ key, fingerprint: await fingerprintOf(key) })));
  const [signers, keys] = await Promise.all([withFingerprints(opened?.signers), withFingerprints(manifest?.keys)]);
  const pack =
    manifest === undefined ? null : { id: manifest.pack, version: manifest.version, channel: manifest.channel };
  print(
    JSON.stringify({ file, pack, signers, keys, threshold: manifest?.threshold ?? null, problems, remarks }, null, 2),
  );
}
