import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  IDLE,
  reduceHover,
  type HoverEffect,
  type HoverEvent,
  type HoverState,
} from '../../../src/core/card/hover-reducer.ts';

type Step = HoverEvent<string>;

/** Runs events with tokens 1, 2, 3…; returns the last state and all effects but the waits. */
function run(events: readonly Step[]): { state: HoverState<string>; effects: HoverEffect<string>[] } {
  let state: HoverState<string> = IDLE;
  const effects: HoverEffect<string>[] = [];
  events.forEach((event, index) => {
    const step = reduceHover(state, event, index + 1);
    state = step.state;
    effects.push(...step.effects.filter((effect) => effect.type !== 'wait'));
  });
  return { state, effects };
}

const over = (mark: string): Step => ({ type: 'pointer-over-mark', mark });
const off: Step = { type: 'pointer-off-marks' };
const card: Step = { type: 'pointer-over-card' };
const dismissed: Step = { type: 'dismissed' };
const waited = (token: number): Step => ({ type: 'waited', token });
const open = (mark: string) => ({ type: 'open', mark });
const close = { type: 'close', isPassing: true };
const closeForGood = { type: 'close', isPassing: false };

const CASES: readonly (readonly [name: string, events: readonly Step[], effects: readonly object[]])[] = [
  ['resting on a mark opens it', [over('a'), waited(1)], [open('a')]],
  ['passing over a mark does not', [over('a'), off, waited(1)], []],
  ['moving within a mark does not start again', [over('a'), over('a'), waited(1)], [open('a')]],
  ['another mark starts again', [over('a'), over('b'), waited(1), waited(2)], [open('b')]],
  ['leaving closes after the grace', [over('a'), waited(1), off, waited(3)], [open('a'), close]],
  ['coming back within the grace keeps it', [over('a'), waited(1), off, over('a'), waited(3)], [open('a')]],
  ['reaching the card keeps it', [over('a'), waited(1), off, card, waited(3)], [open('a')]],
  ['leaving the card closes it', [over('a'), waited(1), off, card, off, waited(5)], [open('a'), close]],
  [
    'a second mark replaces the first after its dwell',
    [over('a'), waited(1), over('b'), waited(3)],
    [open('a'), close, open('b')],
  ],
  ['brushing a second mark does not', [over('a'), waited(1), over('b'), over('a'), waited(3)], [open('a')]],
  ['Esc closes', [over('a'), waited(1), dismissed], [open('a'), closeForGood]],
  ['Esc while waiting opens nothing', [over('a'), dismissed, waited(1)], []],
  ['a late wait is ignored', [over('a'), waited(1), off, waited(1)], [open('a')]],
];

describe('the hover state machine', () => {
  test.each(CASES)('%s', (_name, events, effects) => {
    expect(run(events).effects).toEqual(effects);
  });

  test('never opens a card while one is open, and never closes one that is not', () => {
    const event = fc.oneof(
      fc.constantFrom('a', 'b', 'c').map(over),
      fc.constantFrom(off, card, dismissed),
      fc.integer({ min: 1, max: 30 }).map(waited),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let shown = 0;
        for (const effect of run(events).effects) {
          shown += effect.type === 'open' ? 1 : -1;
          expect([0, 1]).toContain(shown);
        }
      }),
    );
  });
});
