import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { WelcomePage, type Sample } from '../../src/ui/WelcomePage.tsx';
import { WhatIsNew } from '../../src/ui/WhatIsNew.tsx';

const TEXT = 'News\nHuawei grew.';
const READY: Sample = {
  phase: 'ready',
  text: TEXT,
  mentions: [{ start: 5, end: 11, entity: { pack: 'china-ai', id: 'huawei' } }],
};

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
});

async function show(changes: Partial<Parameters<typeof WelcomePage>[0]>): Promise<void> {
  await act(() =>
    render(
      <WelcomePage
        sample={READY}
        tools={{ onOpen: () => Promise.resolve(null), onCopy: () => Promise.resolve(true), urlOf: () => '#' }}
        locale="en"
        hasAccess
        onGrantAccess={() => {}}
        isFollowing
        onFollowing={() => {}}
        urls={{ library: '#/library', packs: '#/packs', subscribe: '#/subscribe', own: '#/own' }}
        {...changes}
      />,
      root,
    ),
  );
}

test('the names of the article are buttons within its words, and the first line is its headline', async () => {
  await show({});
  expect(root.querySelector('.sample-text h2')?.textContent).toBe('News');
  expect(root.querySelector('.sample-text p')?.textContent).toBe('Huawei grew.');
  expect([...root.querySelectorAll('.sample-mark')].map(({ textContent }) => textContent)).toEqual(['Huawei']);
});

test.each([
  ['loading', 'true', true],
  ['off', 'false', false],
] as const)('while the pack is %s there is no article', async (phase, isBusy, isDisabled) => {
  await show({ sample: { phase } });
  expect(root.querySelector('.welcome-sample')?.getAttribute('aria-busy')).toBe(isBusy);
  expect(root.querySelectorAll('.sample-mark')).toHaveLength(0);
  expect(root.querySelector<HTMLButtonElement>('.switch')?.disabled).toBe(isDisabled);
});

test('access is asked for only where it is missing', async () => {
  const onGrantAccess = vi.fn<() => void>();
  await show({ onGrantAccess });
  expect(root.querySelector('[data-grant]')).toBeNull();
  await show({ onGrantAccess, hasAccess: false });
  root.querySelector<HTMLElement>('[data-grant]')?.click();
  expect(onGrantAccess).toHaveBeenCalledOnce();
});

test('it ends in the library', async () => {
  await show({});
  expect(root.querySelector('[data-finish]')?.getAttribute('href')).toBe('#/library');
});

test('what is new goes when it is dismissed', async () => {
  const onDismiss = vi.fn<() => void>();
  await act(() => render(<WhatIsNew onDismiss={onDismiss} />, root));
  expect(root.querySelectorAll('li').length).toBeGreaterThan(2);
  root.querySelector<HTMLElement>('[data-dismiss-news]')?.click();
  expect(onDismiss).toHaveBeenCalledOnce();
});
