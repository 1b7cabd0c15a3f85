import { expect, test } from 'vitest';
import type { Correction } from '../../src/core/model/correction.ts';
import { readCorrections, writeCorrections } from '../../src/storage/correction-store.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

const correction: Correction = { verdict: 'never', entity: { pack: 'p', id: 'e' }, alias: 'DJI' };

test('corrections come back as they were written; none are there at first', async () => {
  const area = makeSessionArea();
  expect(await readCorrections(area)).toEqual([]);
  await writeCorrections(area, [correction]);
  expect(await readCorrections(area)).toEqual([correction]);
});

test('what is unsound is passed over', async () => {
  const area = makeSessionArea();
  await area.set({ corrections: [{ verdict: 'sometimes' }, correction, 7] });
  expect(await readCorrections(area)).toEqual([correction]);
});
