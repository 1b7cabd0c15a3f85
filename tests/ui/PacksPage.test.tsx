import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { PackDetails, SubscriptionDetails } from '../../src/core/packs/pack-details.ts';
import { PacksPage, type PacksPageProps } from '../../src/ui/PacksPage.tsx';

const NOW = Date.UTC(2026, 10, 23, 12);
const HOUR = 3_600_000;
const ACTIVE = {
  ...{ layer: 3, version: 3, published: '2026-11-22', importedAt: NOW },
  origin: { kind: 'subscription' as const, url: 'https://packs.example/a', signer: 'ab'.repeat(32) },
};
const SUBSCRIPTION: SubscriptionDetails = {
  ...{ url: 'https://packs.example/a', channel: 'stable', schedule: 'daily', isAutomatic: false, hasToken: false },
  ...{ checkedAt: NOW - 3 * HOUR, updatedAt: null, nextCheckAt: NOW + 21 * HOUR, expiresAt: null, failure: null },
  ...{ fingerprints: ['ab'.repeat(32)], channels: ['stable'] },
};
const PACK: PackDetails = {
  ...{ id: 'demo', title: 'Demo', version: 3, published: '2026-11-22', publisher: 'Tests', privacy: 'inline' },
  ...{ entities: 1, facts: 12, sources: 2, pendingVersion: null, lastCheck: null, isEnabled: true, updateUrl: null },
  active: ACTIVE,
  kept: [{ ...ACTIVE, layer: 2, version: 2 }],
  pending: null,
  subscription: SUBSCRIPTION,
};

function show(props: Partial<Omit<PacksPageProps, 'actions'>> = {}) {
  const actions = {
    ...{ onFiles: vi.fn(), onPaste: vi.fn(), onAddress: vi.fn(), onCancel: vi.fn(), onMeant: vi.fn() },
    onSaveProblems: vi.fn(),
    ...{ onRestore: vi.fn(), onForget: vi.fn(), onMarking: vi.fn(), onPrivacy: vi.fn(), onEnabled: vi.fn() },
    ...{ onMove: vi.fn(), onRemove: vi.fn(), onRollBack: vi.fn(), onSubscription: vi.fn(), onUnsubscribe: vi.fn() },
    onToken: vi.fn(),
    onCheck: vi.fn(() => Promise.resolve()),
    reviewUrl: (pack: string, which: string) => `/review/${pack}/${which}`,
    subscribeUrl: (url: string) => `/subscribe/${url}`,
  };
  const root = document.createElement('div');
  document.body.append(root);
  const defaults: PacksPageProps = {
    ...{
      packs: [PACK],
      lost: [],
      jobs: [],
      entries: [],
      storage: null,
      locale: 'en',
      now: NOW,
      requestsUrl: '/requests',
      backupUrl: '/backup',
    },
    marking: { density: 'section', markStyle: 'dotted', markStrength: 'normal', cardTrigger: 'hover' },
    actions,
  };
  act(() => render(<PacksPage {...defaults} {...props} />, root));
  const button = (name: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll('button')].find(
      (candidate) => candidate.textContent === name || candidate.getAttribute('aria-label') === name,
    );
    if (found === undefined) throw new Error(`no button "${name}"`);
    return found;
  };
  const click = (name: string): void => {
    void act(() => button(name).click());
  };
  return { root, actions, button, click, text: () => root.textContent };
}

afterEach(() => document.body.replaceChildren());

describe('a pack', () => {
  test('says how it is kept up to date', () => {
    const { text } = show();
    expect(text()).toContain('Signed');
    expect(text()).toContain('Checked 3 hours ago. Next check in 21 hours.');
    expect(text()).toContain('abab abab abab abab abab abab abab abab');
  });

  test.each([
    [
      'a failure',
      { failure: { code: 'unknown-key', detail: '', at: NOW } },
      /The last check failed: It is signed with another key/,
    ],
    ['a promise that was not kept', { expiresAt: NOW - HOUR }, /Not confirmed since/],
    ['checks only by hand', { nextCheckAt: null }, /Checked only when you ask/],
  ] as const)('tells of %s', (_name, fields, said) => {
    const subscription = PACK.subscription && { ...PACK.subscription, ...fields };
    expect(show({ packs: [{ ...PACK, subscription }] }).text()).toMatch(said);
  });

  test('offers a version that waits, kept versions, and what the last update changed', () => {
    const { root, click, actions } = show({ packs: [{ ...PACK, pending: { ...ACTIVE, layer: 4, version: 4 } }] });
    expect(root.querySelector('[href="/review/demo/pending"]')).not.toBeNull();
    expect(root.querySelector('[href="/review/demo/last"]')).not.toBeNull();
    click('Use version 2');
    expect(actions.onRollBack).toHaveBeenCalledWith('demo', 2);
  });

  test('is removed only after a second word', () => {
    const { click, actions } = show();
    click('Remove…');
    expect(actions.onRemove).not.toHaveBeenCalled();
    click('Remove');
    expect(actions.onRemove).toHaveBeenCalledWith('demo');
  });

  test('moves among others, and rests', () => {
    const { root, click, button, actions } = show({ packs: [PACK, { ...PACK, id: 'other', title: 'Other' }] });
    expect(button('Move Demo up').disabled).toBe(true);
    click('Move Demo down');
    expect(actions.onMove).toHaveBeenCalledWith('demo', 1);
    act(() => root.querySelector<HTMLInputElement>('[data-pack="other"] .pack-use input')?.click());
    expect(actions.onEnabled).toHaveBeenCalledWith('other', false);
  });

  test('that knows where its updates are can be subscribed to', () => {
    const { root } = show({ packs: [{ ...PACK, subscription: null, updateUrl: 'https://packs.example/a' }] });
    expect(root.querySelector('[href="/subscribe/https://packs.example/a"]')?.textContent).toBe('Keep up to date…');
  });

  test('is checked once at a time', async () => {
    const { click, button, actions } = show();
    click('Check now');
    expect(button('Checking…').disabled).toBe(true);
    await act(async () => Promise.resolve());
    expect(button('Check now').disabled).toBe(false);
    expect(actions.onCheck).toHaveBeenCalledTimes(1);
  });
});

describe('import', () => {
  const job = { ticket: 7, file: 'a.jsonl', size: 10_000_000, read: 2_500_000, records: 1200, startedAt: NOW - 5000 };

  test('shows how far it is, and can be cancelled', () => {
    const { root, text, click, actions } = show({ jobs: [{ ...job, phase: 'reading' }] });
    expect(text()).toContain('a.jsonl: 2.5 MB of 10 MB · 1,200 records · 15 sec left');
    expect(root.querySelector('progress')?.value).toBe(2_500_000);
    click('Cancel the import of a.jsonl');
    expect(actions.onCancel).toHaveBeenCalledWith(7);
  });

  test('of an older version asks whether it is meant', () => {
    const problems = [{ code: 'older-version' as const, line: 1, field: 'version', message: 'Older.' }];
    const { click, actions } = show({ entries: [{ number: 4, state: { phase: 'failed', file: 'a', problems } }] });
    click('Install the older version');
    expect(actions.onMeant).toHaveBeenCalledWith(4);
  });

  test('takes files that are dropped, and an address either way', () => {
    const { root, click, actions } = show();
    const files = [new File(['a'], 'a.jsonl'), new File(['b'], 'b.jsonl')];
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files } });
    act(() => void root.querySelector('.drop-zone')?.dispatchEvent(drop));
    expect(actions.onFiles).toHaveBeenCalledWith(files);
    const input = root.querySelector<HTMLInputElement>('input[type="url"]');
    if (input === null) throw new Error('an input for addresses');
    act(() => {
      input.value = ' https://packs.example/a ';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    click('Import once');
    expect(actions.onAddress).toHaveBeenCalledWith('https://packs.example/a', 'once');
    act(() => void root.querySelector('form.address-form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(actions.onAddress).toHaveBeenLastCalledWith('https://packs.example/a', 'subscribe');
  });
});

test('S7: packs that the browser lost are named, and can be had back', () => {
  const lost = [
    { id: 'a', title: 'Alpha', isSubscribed: true },
    { id: 'b', title: 'Beta', isSubscribed: false },
  ];
  const { text, click, actions } = show({ lost });
  expect(text()).toContain('The browser has lost what was stored of Beta. Import its file again.');
  click('Fetch it again');
  expect(actions.onRestore).toHaveBeenCalledWith('a');
});

test('when it was updated, and its token, which is changed or forgotten and never shown', () => {
  const subscription = { ...SUBSCRIPTION, updatedAt: NOW - 26 * HOUR, hasToken: true };
  const { root, actions, click } = show({ packs: [{ ...PACK, subscription }] });
  expect(root.textContent).toContain('Updated yesterday. Checked 3 hours ago.');
  const field = root.querySelector<HTMLInputElement>('input[type="password"]');
  if (field === null) throw new Error('no field for a token');
  expect(field.value).toBe('');
  act(() => {
    field.value = ' secret ';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  click('Use another token');
  click('Forget the token');
  expect(actions.onToken.mock.calls).toEqual([
    ['demo', 'secret'],
    ['demo', null],
  ]);
});

test('a lost pack without a subscription can be had from a backup', () => {
  const { root } = show({ lost: [{ id: 'gone', title: 'Gone', isSubscribed: false }] });
  expect(root.querySelector('[data-lost="gone"] a')?.getAttribute('href')).toBe('/backup');
});

test('of very many problems the first are drawn, and all can be saved', () => {
  const problems = Array.from({ length: 203 }, (_, at) => ({
    ...{ code: 'not-json' as const, line: at + 1, field: '', message: `Line ${at + 1} is wrong.` },
  }));
  const { root, actions, click } = show({
    entries: [{ number: 1, state: { phase: 'failed', file: 'bad.jsonl', problems } }],
  });
  expect(root.querySelectorAll('.problems li')).toHaveLength(200);
  expect(root.textContent).toContain('3 more are in the saved list.');
  click('Save the list');
  expect(actions.onSaveProblems).toHaveBeenCalledWith('bad.jsonl', problems);
});
