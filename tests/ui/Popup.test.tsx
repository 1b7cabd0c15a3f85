import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { Popup, type PopupProps } from '../../src/ui/Popup.tsx';

const PACK = {
  id: 'demo',
  title: 'Demo',
  version: 3,
  published: '2026-11-22',
  publisher: 'Tests',
  entities: 1,
  facts: 12,
  sources: 2,
  privacy: 'inline' as const,
  pendingVersion: null,
  lastCheck: null,
};

function show(props: Partial<PopupProps> = {}) {
  const calls = {
    onEnabled: vi.fn(),
    onSiteEnabled: vi.fn(),
    onReveal: vi.fn(),
    onFile: vi.fn(),
    onMeant: vi.fn(),
    onOpenImport: vi.fn(),
    onGrantAccess: vi.fn(),
    onOpenBrief: vi.fn(),
    onSiteMode: vi.fn(),
    onPaused: vi.fn(),
    onMarking: vi.fn(),
    onCapture: vi.fn(),
    onMarkOwnNames: vi.fn(),
  };
  const root = document.createElement('div');
  document.body.append(root);
  const defaults: PopupProps = {
    enabled: true,
    site: 'news.example',
    siteEnabled: true,
    mentions: [{ entity: { pack: 'demo', id: 'acme' }, name: 'Acme', count: 3, isQuiet: false }],
    isFull: false,
    siteMode: 'all',
    isPaused: false,
    hidesOwnNames: false,
    marking: { density: 'section', markStyle: 'dotted', markStrength: 'normal', cardTrigger: 'hover' },
    managerUrl: '/manager.html',
    packsUrl: '/packs',
    lostPacks: 0,
    subscribeUrl: null,
    reviewUrl: (pack) => `/review/${pack}`,
    now: Date.UTC(2026, 10, 23),
    packs: [PACK],
    shortcut: 'Alt+Shift+L',
    hasNews: false,
    captureFailure: null,
    hasAccess: true,
    importState: { phase: 'idle' },
    importsElsewhere: false,
    locale: 'en',
    ...calls,
  };
  act(() => render(<Popup {...defaults} {...props} />, root));
  return { root, calls, switches: [...root.querySelectorAll<HTMLInputElement>('[role="switch"]')] };
}

afterEach(() => document.body.replaceChildren());

test('switches everywhere and this site', () => {
  const { switches, calls } = show();
  for (const input of switches) act(() => input.click());
  expect(calls.onEnabled).toHaveBeenCalledWith(false);
  expect(calls.onSiteEnabled).toHaveBeenCalledWith(false);
});

test('lists the names on the page, and goes to one', () => {
  const { root, calls } = show();
  const button = root.querySelector<HTMLButtonElement>('.mention');
  expect(button?.textContent).toBe('Acme3');
  act(() => button?.click());
  expect(calls.onReveal).toHaveBeenCalledWith({ pack: 'demo', id: 'acme' });
});

test('captures what is selected on the page, and says why nothing was', () => {
  const { root, calls } = show({ captureFailure: 'nothing-selected' });
  for (const intent of ['follow', 'fact'])
    act(() => root.querySelector<HTMLButtonElement>(`[data-capture="${intent}"]`)?.click());
  expect(calls.onCapture.mock.calls).toEqual([['follow'], ['fact']]);
  expect(root.querySelector('.popup-capture [role="alert"]')?.textContent).toContain('Nothing is selected');
  expect(show({ site: null }).root.querySelector('[data-capture]')).toBeNull();
});

test.each([
  ['off', { enabled: false, mentions: [] }, 'Sidelight is off.'],
  ['no web page', { site: null, mentions: [] }, 'Sidelight works on web pages only.'],
  ['off on this site', { siteEnabled: false, mentions: [] }, 'Sidelight is off on this site.'],
  ['nothing found', { mentions: [] }, 'No followed name on this page.'],
])('says why nothing is listed: %s', (_name, props, words) => {
  expect(show(props).root.textContent).toContain(words);
});

test('shows packs with version and counts', () => {
  expect(show().root.querySelector('[data-pack="demo"]')?.textContent).toMatch(
    /Demo.*Version 3, Nov 22, 2026.*1 name.*12 facts.*2 sources/,
  );
});

test('lists every problem of a refused pack with its line', () => {
  const problems = [
    { code: 'invalid-field' as const, line: 4, field: 'fact.kind', message: 'fact.kind is missing.' },
    { code: 'unknown-id' as const, line: 9, field: 'fact.subjects', message: 'names nobody.' },
  ];
  const { root } = show({ importState: { phase: 'failed', file: 'p.jsonl', problems } });
  expect(root.textContent).toContain('p.jsonl was not imported: 2 problems. Your packs are unchanged.');
  expect([...root.querySelectorAll('.problems li')].map((item) => item.textContent)).toEqual([
    'Line 4fact.kind is missing.',
    'Line 9names nobody.',
  ]);
});

test('where file dialogs close the popup, the import opens elsewhere', () => {
  const { root, calls } = show({ importsElsewhere: true });
  expect(root.querySelector('input[type="file"]')).toBeNull();
  act(() => root.querySelector<HTMLButtonElement>('[aria-label="Packs"] .button')?.click());
  expect(calls.onOpenImport).toHaveBeenCalledOnce();
});

test('without access to web pages it says so, and asks for it', () => {
  const { root, calls } = show({ hasAccess: false });
  const alert = root.querySelector('[role="alert"]');
  expect(alert?.textContent).toContain('no access to web pages');
  act(() => alert?.querySelector('button')?.click());
  expect(calls.onGrantAccess).toHaveBeenCalledOnce();
});

test('says how a pack is kept, what waits, and to what the page invites', () => {
  const at = Date.UTC(2026, 10, 22, 21);
  const pack = { ...PACK, pendingVersion: 4, lastCheck: { at, hasFailed: true } };
  const { root } = show({ packs: [pack], subscribeUrl: '/subscribe' });
  expect(root.textContent).toContain('The last check failed. Checked 3 hours ago.');
  expect(root.textContent).toContain('Version 4 is here and waits for you.');
  expect(root.querySelector('[href="/review/demo"]')).not.toBeNull();
  expect(root.querySelector('[href="/subscribe"]')?.textContent).toBe('Subscribe to the pack of this page…');
});

test('a name of the user’s own that is not marked here says so, and can be', () => {
  const mentions = [{ entity: { pack: 'own', id: 'x' }, name: 'Xenon', count: 1, isQuiet: true }];
  const { root, calls } = show({ mentions, hidesOwnNames: true });
  expect(root.querySelector('.mention')?.textContent).toBe('Xenonnot marked1');
  root.querySelector<HTMLElement>('[data-own-names]')?.click();
  expect(calls.onMarkOwnNames).toHaveBeenCalledOnce();
});

test('packs that the browser has lost are told of, with the way to have them back', () => {
  const { root } = show({ lostPacks: 2 });
  expect(root.querySelector('[role="alert"]')?.textContent).toBe(
    'The browser has lost 2 packs. Get back what was lost',
  );
  expect(root.querySelector('[role="alert"] a')?.getAttribute('href')).toBe('/packs');
});
