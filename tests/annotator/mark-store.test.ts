import { describe, expect, test, vi } from 'vitest';
import { createMarkStore } from '../../src/annotator/mark-store.ts';
import type { Mention } from '../../src/core/model/mention.ts';
import type { Finding } from '../../src/messaging/page-reader.ts';

// The store asks nothing of a block but whether it is the same one.
const block = {} as Node;
const finding = (container: Node = block): Finding => ({
  run: { container, text: 'Huawei', pieces: [] },
  candidates: [],
  lowered: [],
});
const mention = (paint: boolean): Mention => ({
  entity: { pack: 'test', id: 'huawei' },
  name: 'Huawei',
  alias: 'Huawei',
  derivedFrom: null,
  start: 0,
  end: 6,
  confidence: 1,
  reasons: [],
  alternatives: [],
  paint,
  privacy: 'inline',
});

function setUp() {
  const onContainer = vi.fn<(container: Node) => void>();
  const onContainerGone = vi.fn<(container: Node) => void>();
  return { store: createMarkStore({ onContainer, onContainerGone }), onContainer, onContainerGone };
}

describe('the mark store', () => {
  test('tells of a block with its first mark, and when the last one has gone', () => {
    const { store, onContainer, onContainerGone } = setUp();
    const [one, two] = [finding(), finding()];
    store.set(one, [mention(true)]);
    store.set(two, [mention(true)]);
    expect(onContainer.mock.calls).toEqual([[block]]);
    store.set(one, []);
    expect(onContainerGone).not.toHaveBeenCalled();
    store.set(two, [mention(false)]);
    expect(onContainerGone.mock.calls).toEqual([[block]]);
    expect(store.marksInContainer(block)).toEqual([]);
  });

  test('REGRESSION: other mentions of the only finding do not give the block up in between', () => {
    const { store, onContainer, onContainerGone } = setUp();
    const only = finding();
    store.set(only, [mention(true)]);
    store.set(only, [mention(true), mention(false)]);
    expect(onContainer).toHaveBeenCalledTimes(1);
    expect(onContainerGone).not.toHaveBeenCalled();
    expect(store.marksInContainer(block)).toHaveLength(1);
  });

  test('T14: refuses what goes beyond the cap, says so, and takes it once there is room', () => {
    const { store } = setUp();
    const [many, more] = [finding(), finding({} as Node)];
    store.set(
      many,
      Array.from({ length: 5000 }, () => mention(true)),
    );
    store.set(more, [mention(true)]);
    expect(store.isFull()).toBe(true);
    expect(store.all()).toHaveLength(5000);
    store.set(many, [mention(true)]);
    store.set(more, [mention(true)]);
    expect(store.isFull()).toBe(false);
    expect(store.all()).toHaveLength(2);
  });
});
