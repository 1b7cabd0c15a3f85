import * as v from 'valibot';

/** Newest errors that are kept. */
export const MAX_ERRORS = 50;

/**
 * Something that went wrong in our own code: what kind of error, and where. Not its message, which may quote what a page or a pack
 * says, and no address but that of our own files.
 */
export const errorEntrySchema = v.strictObject({
  /** Milliseconds since the epoch. */
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  name: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/)),
  /** Files of the extension with line and column, the innermost first; empty if the error does not say. */
  places: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w./-]{1,120}:\d{1,7}:\d{1,7}$/))), v.maxLength(8)),
});

export type ErrorEntry = v.InferOutput<typeof errorEntrySchema>;

/**
 * What may be kept of an error.
 *
 * @param extensionOrigin origin of the extension's files, such as `chrome-extension://id`.
 */
export function describeError(error: unknown, extensionOrigin: string, at: number): ErrorEntry {
  const { name, stack } = error instanceof Error ? error : { name: 'Unknown', stack: '' };
  const places = (stack ?? '')
    .split(`${extensionOrigin}/`)
    .slice(1)
    .flatMap((rest) => /^([\w./-]{1,120}):(\d{1,7}):(\d{1,7})/.exec(rest)?.[0] ?? []);
  return { at, name: /^[A-Za-z]{1,60}$/.test(name) ? name : 'Unknown', places: places.slice(0, 8) };
}
