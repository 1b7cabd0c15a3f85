import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveItems } from '../../../src/core/sync/live-items.ts';
import { formatEntries, parseEntries, syncDevices } from '../../../src/core/sync/sync-devices.ts';
import { mergeReplicas } from '../../../src/core/sync/merge-replicas.ts';
import { stampChanges } from '../../../src/core/sync/stamp-changes.ts';
import type { Replica, SyncEntry } from '../../../src/core/sync/sync-entry.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(16)) as [string, string, string];
const entry = fc.record({
  key: fc.constantFrom('note x', 'note y', 'setting density', 'own entity acme'),
  value: fc.constantFrom('one', 'two', 3, null, { text: 'four' }),
  isRemoved: fc.boolean(),
  at: fc.nat(5),
  device: fc.constantFrom(A, B, C),
}) satisfies fc.Arbitrary<SyncEntry>;
const replicaOf = (entries: readonly SyncEntry[]): Replica => new Map(entries.map((each) => [each.key, each]));
const replica = fc.array(entry, { maxLength: 6 }).map(replicaOf);
const asObject = (of: Replica): unknown => Object.fromEntries([...of].toSorted(([a], [b]) => (a < b ? -1 : 1)));

describe('merging', () => {
  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(replica, replica, replica, (a, b, c) => {
        const all = asObject(mergeReplicas(a, b, c));
        expect(asObject(mergeReplicas(c, b, a))).toEqual(all);
        expect(asObject(mergeReplicas(a, mergeReplicas(b, c)))).toEqual(all);
        expect(asObject(mergeReplicas(mergeReplicas(a, b, c), b))).toEqual(all);
      }),
    );
  });
});

describe('stamping', () => {
  const options = { now: 100, device: A, unapplied: new Set<string>() };
  const known = (at: number, isRemoved = false): Replica =>
    replicaOf([{ key: 'note x', value: 'old', isRemoved, at, device: B }]);

  test('says nothing of what has not changed', () => {
    expect(stampChanges(known(7), new Map([['note x', 'old']]), options)).toEqual(known(7));
  });

  test('a change is later than what it follows, even if the clock is behind', () => {
    expect(stampChanges(known(500), new Map([['note x', 'new']]), options).get('note x')).toEqual({
      ...{ key: 'note x', value: 'new', isRemoved: false, at: 501, device: A },
    });
  });

  test('what is missing was taken away', () => {
    expect(stampChanges(known(7), new Map(), options).get('note x')).toEqual({
      ...{ key: 'note x', value: null, isRemoved: true, at: 100, device: A },
    });
  });

  test('what could not be taken over is not taken for taken away', () => {
    expect(stampChanges(known(7), new Map(), { ...options, unapplied: new Set(['note x']) })).toEqual(known(7));
  });

  test('removals are forgotten after half a year', () => {
    const later = { ...options, now: 200 * 24 * 60 * 60 * 1000 };
    expect(stampChanges(known(7, true), new Map(), later).size).toBe(0);
    expect(stampChanges(known(later.now - 1, true), new Map(), later).size).toBe(1);
  });
});

/** A device that takes part: what it knows, and what it has. */
type Device = { id: string; replica: Replica; items: Map<string, unknown>; hasJoined: boolean };

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('put' as const), who: fc.nat(2), key: fc.nat(3), value: fc.nat(9) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), who: fc.nat(2), key: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sync' as const), who: fc.nat(2) }) },
);

function makeDevices(): { devices: Device[]; sync: (device: Device, now: number) => void } {
  const account = new Map<string, string>();
  const devices = [A, B, C].map((id) => ({
    id,
    replica: replicaOf([]),
    items: new Map<string, unknown>(),
    hasJoined: false,
  }));
  const sync = (device: Device, now: number): void => {
    const { merged } = syncDevices({
      ...{ replica: device.replica, items: device.items, hasJoined: device.hasJoined, device: device.id, now },
      unapplied: new Set(),
      others: mergeReplicas(...[...account].map(([id, text]) => replicaOf(parseEntries(text, id)))),
      present: new Set([device.id, ...account.keys()]),
    });
    Object.assign(device, { replica: merged, items: new Map(liveItems(merged)), hasJoined: true });
    account.set(device.id, formatEntries(merged, device.id));
  };
  return { devices, sync };
}

describe('devices', () => {
  test('agree after any changes and any meetings, once all have met twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { devices, sync } = makeDevices();
        let now = 1000;
        for (const each of steps) {
          const device = devices[each.who];
          if (device === undefined) continue;
          // Clocks differ by seconds.
          now += each.who * 3 - 2;
          if (each.kind === 'put') device.items.set(`note ${each.key}`, each.value);
          else if (each.kind === 'remove') device.items.delete(`note ${each.key}`);
          else sync(device, now);
        }
        for (let round = 0; round < 2; round++) for (const device of devices) sync(device, now);
        const [first, ...others] = devices.map(({ items }) => asObject(items as Replica));
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  test('lose nothing that only one of them has changed', () => {
    const { devices, sync } = makeDevices();
    const [a, b] = devices as [Device, Device];
    a.items.set('note a', 1);
    b.items.set('note b', 2);
    for (const device of [a, b, a]) sync(device, 10);
    a.items.set('note a', 3);
    b.items.delete('note b');
    for (const device of [a, b, a]) sync(device, 20);
    expect(Object.fromEntries(a.items)).toEqual({ 'note a': 3 });
    expect(Object.fromEntries(b.items)).toEqual({ 'note a': 3 });
  });

  test('that join keep what they have, though others once removed the same', () => {
    const { devices, sync } = makeDevices();
    const [a, b] = devices as [Device, Device];
    a.items.set('note x', 1);
    sync(a, 10);
    a.items.delete('note x');
    sync(a, 20);
    b.items.set('note x', 2);
    for (const device of [b, a]) sync(device, 30);
    expect(a.items.get('note x')).toBe(2);
  });

  test('that join take the choices of the others', () => {
    const { devices, sync } = makeDevices();
    const [a, b] = devices as [Device, Device];
    a.items.set('setting density', 'every');
    sync(a, 10);
    b.items.set('setting density', 'page');
    sync(b, 20);
    expect(b.items.get('setting density')).toBe('every');
  });

  test('what was said on both without knowing of each other is a conflict; what follows is none', () => {
    const present = new Set([A, B]);
    const base = replicaOf([{ key: 'note x', value: 'base', isRemoved: false, at: 5, device: A }]);
    const theirs = replicaOf([{ key: 'note x', value: 'theirs', isRemoved: false, at: 9, device: B }]);
    const input = { replica: base, unapplied: new Set<string>(), hasJoined: true, device: A, now: 20, present };
    const both = syncDevices({ ...input, items: new Map([['note x', 'mine']]), others: theirs });
    expect(both.conflicts).toMatchObject([{ key: 'note x', kept: { value: 'mine' }, lost: { value: 'theirs' } }]);
    expect(syncDevices({ ...input, items: new Map([['note x', 'base']]), others: theirs }).conflicts).toEqual([]);
    expect(syncDevices({ ...input, items: new Map([['note x', 'mine']]), others: base }).conflicts).toEqual([]);
    expect(syncDevices({ ...input, items: new Map([['note x', 'theirs']]), others: theirs }).conflicts).toEqual([]);
    const again = syncDevices({ ...input, replica: both.merged, items: new Map([['note x', 'mine']]), others: theirs });
    expect(again.conflicts).toEqual([]);
  });
});

describe('the words of a device', () => {
  test('come back as they were; those of others, and what is unsound, do not', () => {
    fc.assert(
      fc.property(replica, fc.string(), (of, noise) => {
        const text = formatEntries(of, A);
        const own = [...of.values()].filter(({ device }) => device === A);
        expect(replicaOf(parseEntries(`${noise}\n${text}{"key":1}\n`, A))).toEqual(replicaOf(own));
        expect(parseEntries(text, B)).toEqual([]);
      }),
    );
  });
});
