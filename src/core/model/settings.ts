import * as v from 'valibot';

/** What the user chose. Kept small: the scout reads it on every page. */
export const settingsSchema = v.object({
  enabled: v.boolean(),
  /** Host names on which nothing is done at all. */
  disabledSites: v.array(v.pipe(v.string(), v.maxLength(253))),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { enabled: true, disabledSites: [] };
