import { freeId } from '../overlay/stand-in.ts';

/** Gives each key (`whatever/id`) an id of its own, the same at every call: the id itself if it is free. */
export function createIdGiver(): (key: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (key) => {
    const known = given.get(key);
    if (known !== undefined) return known;
    const id = freeId(key.slice(key.lastIndexOf('/') + 1), (candidate) => taken.has(candidate));
    given.set(key, id);
    taken.add(id);
    return id;
  };
}
