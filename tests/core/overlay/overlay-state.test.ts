import { expect, test } from 'vitest';
import { viewMergedPage, type CardMaterial } from '../../../src/core/card/card-view.ts';
import { NO_ADDITIONS, setHidden, setNote } from '../../../src/core/overlay/overlay-state.ts';
import { readOverlayState, writeOverlayState } from '../../../src/storage/overlay-state-store.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';
import { makeSessionArea } from '../../fixtures/session-area.ts';

const ACME = { kind: 'entity' as const, pack: 'demo', id: 'acme' };
const F1 = { kind: 'fact' as const, pack: 'demo', id: 'f1' };

test('a note takes the place of the one before, and goes without text', () => {
  const first = setNote(setNote(NO_ADDITIONS, ACME, 'One.', 1), F1, 'On the fact.', 2);
  const second = setNote(first, ACME, ' Two. ', 3);
  expect(second.notes).toEqual([
    { target: F1, text: 'On the fact.', writtenAt: 2 },
    { target: ACME, text: 'Two.', writtenAt: 3 },
  ]);
  expect(setNote(second, ACME, '  ', 4).notes).toHaveLength(1);
});

test('a hidden fact is nowhere on the page but in the list of hidden ones; notes stand where they belong', () => {
  const material: CardMaterial = {
    pack: { id: 'demo', title: 'Demo', version: 1 },
    entity: makeEntity({ id: 'acme', name: 'Acme' }),
    facts: [makeFact(), makeFact({ id: 'f2', statement: 'Second.' })],
    ...{ sources: [], conflicts: [], others: [] },
  };
  const noted = setNote(setNote(NO_ADDITIONS, ACME, 'On Acme.', 1), { ...F1, id: 'f2' }, 'On it.', 2);
  const own = setHidden(noted, [{ pack: 'demo', id: 'f1' }], true);
  const page = viewMergedPage([material, []], { pack: 'demo', id: 'acme' }, null, own);
  expect(page).toMatchObject({ factCount: 1, notes: [{ text: 'On Acme.' }], hidden: [{ id: 'f1' }] });
  expect(page.claims.flatMap(({ facts }) => facts)).toMatchObject([{ id: 'f2', ownNotes: [{ text: 'On it.' }] }]);
  const shown = setHidden(own, [{ pack: 'demo', id: 'f1' }], false);
  expect(shown.hidden).toEqual([]);
});

test('what is stored unsound is passed over', async () => {
  const area = makeSessionArea();
  const state = setHidden(setNote(NO_ADDITIONS, ACME, 'One.', 1), [{ pack: 'demo', id: 'f1' }], true);
  await writeOverlayState(area, state);
  expect(await readOverlayState(area)).toEqual(state);
  await area.set({ overlay: { notes: [...state.notes, { text: 'no target' }, 7], hidden: 'all' } });
  expect(await readOverlayState(area)).toEqual(NO_ADDITIONS);
  await area.set({ overlay: { notes: [...state.notes, { text: 'no target' }, 7] } });
  expect(await readOverlayState(area)).toEqual({ ...state, hidden: [] });
});
