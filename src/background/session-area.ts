/** The part of `browser.storage.session` that is used here: memory that outlives the worker, but not the browser. */
export type SessionArea = {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};
