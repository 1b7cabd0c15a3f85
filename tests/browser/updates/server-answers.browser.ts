import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packLines } from '../../fixtures/builders.ts';
import { makeRelease } from '../../fixtures/publisher.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, request } from '../own-page.ts';
import { useStage } from '../stage.ts';
import { servePublisher, type PublisherServer } from './publisher-server.ts';
import { fileAnswers, manifestAnswers } from './server-answers.ts';

type Outcome = { ok: boolean; value: { ok: boolean; error?: { code: string } } };

/** What a request led to: a code, or null for success. */
const codeOf = (answer: unknown): string | null => {
  const { ok, value } = answer as Outcome;
  return ok ? (value.error?.code ?? null) : 'no answer';
};

describe.each(BROWSERS)('S19, S10, S11: whatever a server answers, in %s', (name) => {
  const stage = useStage(name, {});
  let publisher: PublisherServer;
  let manager: TestPage;
  beforeAll(async () => {
    publisher = await servePublisher();
    manager = await openManager(stage);
  });
  afterAll(() => publisher.close());

  /** The packs as they are installed, without what a check may note. */
  const readPacks = async (): Promise<unknown> => {
    const answer = (await request(manager, 'page.packs', {})) as {
      value: { packs: { id: string; active: unknown; kept: unknown; pending: unknown }[] };
    };
    return answer.value.packs.map(({ id, active, kept, pending }) => ({ id, active, kept, pending }));
  };

  test('for a manifest, the right thing is said of it and nothing is kept', async () => {
    const release = await makeRelease({ version: 1, lines: packLines() });
    const answers = manifestAnswers(String(release.get('/demo.manifest.json')));
    expect(answers.length).toBeGreaterThanOrEqual(40);
    publisher.files = new Map(answers.map(({ answer }, at) => [`/answers/${at}`, answer]));
    const before = await readPacks();
    // All at once: three of them take as long as patience lasts.
    const codes = await Promise.all(
      answers.map(async (_answer, at) =>
        codeOf(
          await request(manager, 'page.previewPublisher', { url: `${publisher.origin}/answers/${at}`, token: null }),
        ),
      ),
    );
    expect(Object.fromEntries(answers.map((answer, at) => [answer.name, codes[at]]))).toEqual(
      Object.fromEntries(answers.map((answer) => [answer.name, answer.code])),
    );
    expect(await readPacks()).toEqual(before);
    expect(publisher.requests.filter(({ path }) => !path.startsWith('/answers/'))).toEqual([]);
  });

  test('for the file of an update, the pack in use stays as it is', async () => {
    publisher.files = await makeRelease({ version: 1, lines: packLines() });
    const url = `${publisher.origin}/demo.manifest.json`;
    const subscribed = await request(manager, 'page.subscribe', {
      ...{ pack: 'demo', title: 'Demo', url, channel: 'stable', token: null, schedule: 'never' },
      ...{ isAutomatic: false, keys: [], threshold: 1 },
    });
    expect(codeOf(subscribed)).toBeNull();
    const before = await readPacks();
    const release = await makeRelease({ version: 2, lines: packLines({ version: 2 }) });
    const path = '/demo-2.factpack.jsonl.gz';
    const pack = release.get(path);
    if (!(pack instanceof Uint8Array)) throw new Error('the release has a file');
    const codes: Record<string, string | null> = {};
    const answers = fileAnswers(pack);
    for (const { name: answered, answer } of answers) {
      publisher.files = new Map<string, typeof answer | string | Uint8Array>([...release, [path, answer]]);
      codes[answered] = codeOf(await request(manager, 'page.checkPack', { pack: 'demo' }));
      expect(await readPacks(), answered).toEqual(before);
    }
    expect(codes).toEqual(Object.fromEntries(answers.map((answer) => [answer.name, answer.code])));
    publisher.files = release;
    expect(codeOf(await request(manager, 'page.checkPack', { pack: 'demo' }))).toBeNull();
    expect(await readPacks()).toMatchObject([{ id: 'china-ai' }, { id: 'demo', pending: { version: 2 } }]);
  });

  test('a server that says nothing has changed is believed, and is not asked for more', async () => {
    const release = await makeRelease({ version: 2, lines: packLines({ version: 2 }) });
    const manifest = release.get('/demo.manifest.json');
    publisher.files = new Map<string, NonNullable<ReturnType<PublisherServer['files']['get']>>>([
      [
        '/demo.manifest.json',
        (response, { headers }) =>
          headers['if-none-match'] === '"7"'
            ? response.writeHead(304).end()
            : response.writeHead(200, { etag: '"7"', 'content-type': 'application/json' }).end(manifest),
      ],
    ]);
    const check = async (): Promise<string | null> =>
      codeOf(await request(manager, 'page.checkPack', { pack: 'demo' }));
    expect([await check(), await check()]).toEqual([null, null]);
    expect(publisher.requests.at(-1)?.headers['if-none-match']).toBe('"7"');
  });

  test('T21: no address inside the reader’s network is knocked at', async () => {
    const release = await makeRelease({
      version: 3,
      lines: packLines({ version: 3 }),
      fields: { file: { path: `${stage.origin}/canary`, bytes: 5, sha256: 'a'.repeat(64) } },
    });
    publisher.files = release;
    expect(codeOf(await request(manager, 'page.checkPack', { pack: 'demo' }))).toBe('forbidden-address');
    for (const url of [
      'https://192.168.0.1/a',
      'https://router.local/a',
      'http://packs.example/a',
      'file:///etc/hosts',
      'https://[fe80::1]/',
    ])
      expect(codeOf(await request(manager, 'page.previewPublisher', { url, token: null })), url).toBe(
        'forbidden-address',
      );
    await manager.close();
  });
});
