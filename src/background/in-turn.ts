/** Does one piece of work after another, whatever becomes of those before. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** For what is read, changed and written back: two messages at once would otherwise undo each other's change. */
export function createInTurn(): InTurn {
  let queue: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  };
}
