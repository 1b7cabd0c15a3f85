import * as v from 'valibot';

/** What the user chose. Kept small: the scout reads it on every page. */
export const settingsSchema = v.object({
  enabled: v.boolean(),
  /** Host names on which nothing is done at all. */
  disabledSites: v.array(v.pipe(v.string(), v.maxLength(253))),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/**
 * Where nothing is done unless the user wants it: mail, password managers, banks and document editors show what is nobody's
 * business, and nobody reads the news there. The user sees the list and may change it.
 */
export const DEFAULT_OFF_SITES: readonly string[] = [
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'mail.yahoo.com',
  'mail.proton.me',
  'app.fastmail.com',
  'mail.zoho.com',
  'vault.bitwarden.com',
  'my.1password.com',
  'lastpass.com',
  'app.dashlane.com',
  'paypal.com',
  'wise.com',
  'revolut.com',
  'chase.com',
  'bankofamerica.com',
  'wellsfargo.com',
  'hsbc.com',
  'barclays.co.uk',
  'deutsche-bank.de',
  'docs.google.com',
  'sheets.google.com',
  'slides.google.com',
  'office.com',
  'sharepoint.com',
  'notion.so',
  'overleaf.com',
];

export const DEFAULT_SETTINGS: Settings = { enabled: true, disabledSites: [...DEFAULT_OFF_SITES] };
