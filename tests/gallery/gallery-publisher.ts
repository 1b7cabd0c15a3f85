import { generateKeys } from '../../src/signing/ed25519.ts';
import type { TestPage } from '../browser/drive.ts';
import { request } from '../browser/own-page.ts';
import { servePublisher, type PublisherServer } from '../browser/updates/publisher-server.ts';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { makeRelease } from '../fixtures/publisher.ts';

const entities = [
  { id: 'initech', name: 'Initech', type: 'company' },
  { id: 'umbrella', name: 'Umbrella Institute', type: 'institution' },
];
const edition = (version: number, facts: object[]): string[] =>
  packLines({
    version,
    entities,
    facts,
    header: { title: 'Example companies', publisher: { name: 'The Example Desk' } },
  });

const BEFORE = edition(4, [
  makeFact({ id: 'a', subjects: ['initech'], statement: 'Initech employs about 4,200 people in three cities.' }),
  makeFact({ id: 'b', subjects: ['initech'], statement: 'Initech is led by Ada Example.' }),
  makeFact({ id: 'c', subjects: ['umbrella'], statement: 'The Umbrella Institute was founded in 1974.' }),
]);
const AFTER = edition(5, [
  makeFact({ id: 'a', subjects: ['initech'], statement: 'Initech employs about 5,100 people in four cities.' }),
  makeFact({ id: 'd', subjects: ['initech'], statement: 'Initech has been led by Grace Sample since May 2026.' }),
  makeFact({
    ...{ id: 'c', subjects: ['umbrella'], certainty: 'asserted' },
    statement: 'The Umbrella Institute was founded in 1974.',
  }),
  makeFact({ id: 'e', subjects: ['umbrella'], statement: 'The Umbrella Institute runs two laboratories abroad.' }),
]);

/** A publisher one of whose packs is subscribed to and has an update waiting, and that offers another. */
export async function openPublisher(manager: TestPage): Promise<PublisherServer> {
  const publisher = await servePublisher();
  const keys = await generateKeys();
  const url = `${publisher.origin}/demo.manifest.json`;
  const counts = { entities: 2, facts: 4, sources: 1 };
  const about = { title: 'Example companies', publisher: 'The Example Desk', license: 'CC-BY-4.0', counts };
  const fields = { ...about, notes: 'Figures of the last quarter, and who leads Initech now.' };
  publisher.files = await makeRelease({ version: 4, lines: BEFORE, signers: [keys], fields });
  await request(manager, 'page.subscribe', {
    ...{ pack: 'demo', title: fields.title, url, channel: 'stable', token: null, schedule: 'weekly' },
    ...{ isAutomatic: false, keys: [keys.publicKey], threshold: 1 },
  });
  publisher.files = await makeRelease({ version: 5, lines: AFTER, signers: [keys], fields });
  await request(manager, 'page.checkPack', { pack: 'demo' });
  return publisher;
}
