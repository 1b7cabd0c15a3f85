import { expect, test } from 'vitest';
import { isShareLabel } from '../../../src/core/linking/share-label.ts';

test.each([
  ['Share on Facebook Copy link', true],
  ['4 min read • Share this on Facebook', true],
  ['SHARE ON Facebook', false],
  ['Follow us on Facebook', true],
  ['Preise ohne Gewähr. Auf Facebook teilen', true],
  ['Auf Facebook fand er Kunden', false],
  ['Partager sur Facebook · Imprimer', true],
  ['分享到Facebook', true],
  ['Facebookでシェア', true],
  ['Facebook에 공유', true],
  ['They share it on Facebook every day', false],
  ['Share on Facebook what you saw', false],
  ['the share of time on Facebook', false],
])('%s', (text, isLabel) => {
  const start = text.indexOf('Facebook');
  expect(isShareLabel(text, { start, end: start + 'Facebook'.length })).toBe(isLabel);
});
