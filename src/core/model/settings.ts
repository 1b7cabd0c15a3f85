import * as v from 'valibot';

/** Which of several mentions of one name are marked. */
export const DENSITIES = ['every', 'section', 'page'] as const;
export type Density = (typeof DENSITIES)[number];

export const MARK_STYLES = ['dotted', 'solid', 'background'] as const;
export type MarkStyle = (typeof MARK_STYLES)[number];

export const MARK_STRENGTHS = ['faint', 'normal', 'strong'] as const;
export type MarkStrength = (typeof MARK_STRENGTHS)[number];

/** What opens a card: resting on a name, the same with the shift key down, or a click. A tap always does. */
export const CARD_TRIGGERS = ['hover', 'modifier', 'click'] as const;
export type CardTrigger = (typeof CARD_TRIGGERS)[number];

/** Where names are marked: on all sites but the disabled ones, or on the enabled ones only. */
export const SITE_MODES = ['all', 'listed'] as const;
export type SiteMode = (typeof SITE_MODES)[number];

const sitesSchema = v.array(v.pipe(v.string(), v.maxLength(253)));

/** What the user chose. Kept small: the scout reads it on every page. What an older version did not write has its default. */
export const settingsSchema = v.object({
  enabled: v.boolean(),
  /** Host names on which nothing is done at all. */
  disabledSites: sitesSchema,
  siteMode: v.optional(v.picklist(SITE_MODES), 'all'),
  /** Host names on which alone names are marked, where the mode is `listed`. */
  enabledSites: v.optional(sitesSchema, []),
  /** Where names that only the user follows are marked: everywhere, or on sites listed for that. Elsewhere they are `quiet`. */
  ownNames: v.optional(v.picklist(SITE_MODES), 'listed'),
  ownNameSites: v.optional(sitesSchema, []),
  density: v.optional(v.picklist(DENSITIES), 'section'),
  markStyle: v.optional(v.picklist(MARK_STYLES), 'dotted'),
  markStrength: v.optional(v.picklist(MARK_STRENGTHS), 'normal'),
  cardTrigger: v.optional(v.picklist(CARD_TRIGGERS), 'hover'),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/**
 * Where nothing is done unless the user wants it: mail, password managers, banks and document editors show what is nobody's
 * business, and nobody reads the news there. The user sees the list and may change it.
 */
export const DEFAULT_OFF_SITES: readonly string[] = [
  // Mail.
  'mail.google.com',
  'outlook.live.com',
  'outlook.office.com',
  'outlook.office365.com',
  'mail.yahoo.com',
  'mail.aol.com',
  'www.icloud.com',
  'mail.proton.me',
  'app.fastmail.com',
  'app.tuta.com',
  'mail.zoho.com',
  'mail.yandex.com',
  'e.mail.ru',
  'navigator.gmx.net',
  'navigator.web.de',
  'email.t-online.de',
  'mail.qq.com',
  'mail.163.com',
  'mail.126.com',
  'mail.sina.com.cn',
  'mail.aliyun.com',
  // Passwords.
  'vault.bitwarden.com',
  'my.1password.com',
  'lastpass.com',
  'app.dashlane.com',
  'pass.proton.me',
  'keepersecurity.com',
  'nordpass.com',
  // Money.
  'paypal.com',
  'wise.com',
  'revolut.com',
  'chase.com',
  'bankofamerica.com',
  'wellsfargo.com',
  'citi.com',
  'capitalone.com',
  'hsbc.com',
  'barclays.co.uk',
  'lloydsbank.co.uk',
  'natwest.com',
  'deutsche-bank.de',
  'commerzbank.de',
  'sparkasse.de',
  'ing.de',
  'dkb.de',
  'comdirect.de',
  'icbc.com.cn',
  'ccb.com',
  'boc.cn',
  'abchina.com',
  'cmbchina.com',
  'alipay.com',
  // Documents.
  'docs.google.com',
  'sheets.google.com',
  'slides.google.com',
  'office.com',
  'sharepoint.com',
  'onedrive.live.com',
  'notion.so',
  'overleaf.com',
  'docs.qq.com',
  'feishu.cn',
  'kdocs.cn',
];

export const DEFAULT_SETTINGS: Settings = {
  enabled: true,
  disabledSites: [...DEFAULT_OFF_SITES],
  siteMode: 'all',
  enabledSites: [],
  ownNames: 'listed',
  ownNameSites: [],
  density: 'section',
  markStyle: 'dotted',
  markStrength: 'normal',
  cardTrigger: 'hover',
};

/** The settings as stored; the defaults if they are unsound. */
export function parseSettings(stored: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, stored);
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}
