/**
 * The extension API as content scripts use it. They do without the polyfill: they run on every page, and the few calls they
 * make return promises in both browsers.
 */
export type ContentApi = Pick<typeof chrome, 'runtime' | 'storage'>;

type Globals = { readonly browser?: ContentApi; readonly chrome?: ContentApi };

export function contentApi(): ContentApi {
  const { browser, chrome: chromium } = globalThis as Globals;
  const api = browser ?? chromium;
  if (api === undefined) throw new Error('not running in an extension');
  return api;
}
