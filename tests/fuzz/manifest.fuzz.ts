import { LIMITS } from '../../src/core/model/limits.ts';
import { parseManifest } from '../../src/core/updates/manifest.ts';
import { MANIFEST_TYPE, parseEnvelope } from '../../src/core/updates/signed-manifest.ts';
import { makeManifest } from '../fixtures/manifests.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';

const MANIFESTS = [
  JSON.stringify(makeManifest()),
  JSON.stringify(
    makeManifest({
      ...{ version: 2, keys: [`${'A'.repeat(43)}=`], notes: 'What is new', expires: '2027-01-01T00:00:00Z' },
      patches: [{ from: 1, path: 'demo-1-2.factpatch.jsonl.gz', bytes: 10, sha256: 'b'.repeat(64) }],
      mirrors: ['https://mirror.example/'],
      channels: { beta: 'demo.beta.manifest.json' },
    }),
  ),
];
const ENVELOPES = MANIFESTS.map((text) =>
  JSON.stringify({
    payloadType: MANIFEST_TYPE,
    payload: Buffer.from(text).toString('base64'),
    signatures: [{ keyid: 'a'.repeat(64), sig: Buffer.alloc(64, 7).toString('base64') }],
  }),
);

fuzzTarget('T18: the manifest parser gives a manifest within the caps, or why not', mutatedText(MANIFESTS), (text) => {
  const parsed = parseManifest(text);
  demand(parsed.ok || !MANIFESTS.includes(text), 'a sound manifest is taken');
  if (!parsed.ok) return demand(parsed.error.detail.length <= 500, 'little is quoted');
  const { version, file, threshold } = parsed.value;
  demand(Number.isSafeInteger(version) && Number.isSafeInteger(file.bytes) && threshold >= 1, 'whole numbers');
  demand(file.bytes >= 0 && file.bytes <= Math.max(LIMITS.packBytes, LIMITS.downloadBytes), 'a size within the cap');
  const again = parseManifest(JSON.stringify(parsed.value));
  demand(again.ok && JSON.stringify(again.value) === JSON.stringify(parsed.value), 'it comes round');
});

fuzzTarget('T18: the envelope parser gives bytes and signatures, or nothing', mutatedText(ENVELOPES), (text) => {
  const envelope = parseEnvelope(text);
  demand(envelope !== null || !ENVELOPES.includes(text), 'a sound envelope is taken');
  if (envelope === null) return;
  demand(envelope.payloadType === MANIFEST_TYPE, 'of this type');
  Uint8Array.fromBase64(envelope.payload);
  for (const { sig } of envelope.signatures) Uint8Array.fromBase64(sig);
});
