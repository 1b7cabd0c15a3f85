/**
 * Query parameters that say how a reader came to a page and never which page it is. Each is named in its vendor's own
 * documentation; those marked † stand in Firefox's list of parameters to strip (`privacy.query_stripping.strip_list`) as well.
 */
const NAMES = new Set([
  ...['gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'srsltid', '_ga', '_gl'], // Google Ads, Merchant Center and Analytics
  ...['fbclid', 'igsh', 'igshid'], // Meta†
  ...['msclkid'], // Microsoft Advertising
  ...['twclid'], // X
  ...['ttclid'], // TikTok
  ...['li_fat_id'], // LinkedIn
  ...['yclid', 'ysclid'], // Yandex
  ...['mc_cid', 'mc_eid'], // Mailchimp†
  ...['mkt_tok'], // Marketo†
  ...['_hsenc', '_hsmi', '__hssc', '__hstc', '__hsfp', 'hsctatracking'], // HubSpot†
  ...['vero_id', 'vero_conv'], // Vero†
  ...['oly_anon_id', 'oly_enc_id'], // Omeda Olytics†
  ...['__s'], // Drip†
  ...['s_cid'], // Adobe Analytics
  ...['wickedid'], // Wicked Reports
  ...['pk_campaign', 'pk_kwd', 'pk_source', 'pk_medium', 'pk_content'], // Matomo, old names
]);

/** Google Analytics and its imitators (Urchin), Matomo. */
const PREFIXES = ['utm_', 'mtm_'];

export const isTrackingParameter = (name: string): boolean => {
  const lower = name.toLowerCase();
  return NAMES.has(lower) || PREFIXES.some((prefix) => lower.startsWith(prefix));
};
