import { expect, test } from 'vitest';
import { classifySender, type Sender } from '../../src/messaging/caller.ts';

const ID = 'abc';
const ORIGIN = 'chrome-extension://abc';

const CASES: readonly (readonly [name: string, sender: Sender, kind: string | null])[] = [
  [
    'a content script',
    { id: ID, url: 'https://news.example/a', frameId: 0, tab: { id: 7, url: 'https://news.example/a' } },
    'content',
  ],
  [
    'a content script in a frame of another site',
    { id: ID, url: 'about:srcdoc', frameId: 3, tab: { id: 7 } },
    'content',
  ],
  ['the popup', { id: ID, url: `${ORIGIN}/popup.html` }, 'page'],
  ['the manager in a tab', { id: ID, url: `${ORIGIN}/manager.html`, frameId: 0, tab: { id: 8 } }, 'page'],
  ['the card inside a page', { id: ID, url: `${ORIGIN}/card.html`, frameId: 5, tab: { id: 7 } }, 'card'],
  ['T12: the manager embedded in a page', { id: ID, url: `${ORIGIN}/manager.html`, frameId: 5, tab: { id: 7 } }, null],
  ['T22: another extension', { id: 'other', url: 'chrome-extension://other/x.html' }, null],
  [
    'an address that only begins like ours',
    { id: ID, url: `${ORIGIN}.evil.example/card.html`, frameId: 1, tab: { id: 7 } },
    'content',
  ],
  ['a sender without address or tab', { id: ID }, null],
  ['nobody', {}, null],
];

test.each(CASES)('%s', (_name, sender, kind) => {
  expect(classifySender(sender, ID, ORIGIN)?.kind ?? null).toBe(kind);
});
