import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { beginCapture } from '../../../src/core/capture/begin-capture.ts';
import { captureSchema, type Capture } from '../../../src/core/capture/capture.ts';
import type { Clip } from '../../../src/core/capture/clip.ts';
import { guessEntities } from '../../../src/core/capture/guess-entities.ts';
import { makeClip } from './make-clip.ts';

const acme = { entity: { pack: 'demo', id: 'acme' }, name: 'Acme' };
const begin = (fields: Partial<Clip>, intent: Capture['intent'] = 'fact'): Capture =>
  beginCapture(makeClip(fields), { id: 'capture-1', intent, now: Date.UTC(2026, 10, 23), guesses: [acme] });

test('all but the claim fills itself in', () => {
  const capture = begin({
    selection: 'sells  anvils',
    before: 'Nobody knew. Acme ',
    after: ' to coyotes. The end.',
    metas: [['date', '2026-03-05']],
  });
  expect(capture).toMatchObject({
    quote: 'sells anvils',
    sentence: 'Acme sells anvils to coyotes.',
    prefix: '',
    suffix: '',
  });
  expect(capture.draft).toMatchObject({
    subject: acme,
    statement: '',
    kind: '',
    certainty: 'reported',
    asOf: '2026-03-05',
  });
  expect(capture.draft.source).toMatchObject({ accessed: '2026-11-23', issued: '2026-03-05' });
});

test('words that the page repeats are told apart by those around them', () => {
  const capture = begin({
    selection: 'anvils',
    before: 'In 1949, Acme sold many ',
    after: ', and roller skates.',
    isRepeated: true,
  });
  expect(capture).toMatchObject({ prefix: '1949, Acme sold many', suffix: ', and roller skates.' });
});

test.each([
  ['Acme Robotics', 'Acme Robotics'],
  ['“Acme Robotics,”', 'Acme Robotics'],
  ['Acme Inc.', 'Acme Inc.'],
  ['the lab.', 'the lab'],
  ['a sentence of more words than any name that is followed has', ''],
])('to follow %s suggests the name "%s"', (selection, name) => {
  expect(begin({ selection }, 'follow').draft).toMatchObject({ subject: null, name });
});

test('whom it is about: first who is named in the selection, then in the sentence, then on the page', () => {
  const name = (id: string, surface: string, isSelected = false, confidence = 0.9) => ({
    ...{ entity: { pack: 'p', id }, name: id.toUpperCase(), surface, isSelected, confidence },
  });
  const choice = (id: string) => ({ entity: { pack: 'p', id }, name: id.toUpperCase() });
  const names = [
    name('beside', 'Bob'),
    name('in-sentence', 'Ann'),
    name('doubtful', 'Cy', true, 0.6),
    name('sure', 'Di', true),
  ];
  const guessed = guessEntities(names, 'Ann met Cy and Di.', [choice('often'), choice('beside')]);
  expect(guessed).toEqual(['sure', 'doubtful', 'in-sentence', 'beside', 'often'].map(choice));
});

test('whatever is selected makes a capture that can be kept', () => {
  const wild = fc.string({ unit: 'binary', maxLength: 1000 });
  fc.assert(
    fc.property(wild, wild, wild, fc.boolean(), (selection, before, after, isRepeated) => {
      expect(v.safeParse(captureSchema, begin({ selection, before, after, isRepeated })).issues).toBeUndefined();
    }),
  );
});
