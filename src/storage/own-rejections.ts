import { unwrap, wrap, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * idb tells twice that a transaction failed: by the request, and by the transaction's `done`, which nobody waits for any more once
 * the request has thrown. Browsers report the second as an error that nobody handled. Whoever does wait for it hears it as before.
 */
export function ownRejections<S extends DBSchema>(database: IDBPDatabase<S>): IDBPDatabase<S> {
  const raw = unwrap(database);
  const begin = raw.transaction.bind(raw);
  raw.transaction = (...given) => {
    const transaction = begin(...given);
    wrap(transaction).done.catch(() => {});
    return transaction;
  };
  return database;
}
