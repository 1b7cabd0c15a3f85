import { openDatabase, type Database } from './database.ts';

/** Hands out one shared connection and opens a new one when the old is gone. */
export type Connection = () => Promise<Database>;

export function createConnection(open: (onClosed: () => void) => Promise<Database> = openDatabase): Connection {
  let current: Promise<Database> | null = null;
  return () => {
    if (current !== null) return current;
    const opening = open(() => {
      current = null;
    });
    current = opening;
    // A failed open is not remembered: the disk may have room again at the next try.
    opening.catch(() => {
      current = null;
    });
    return opening;
  };
}
