import type { Settings } from './settings.ts';

/** A site is a host name; a rule for `example.org` holds for its subdomains too. */
export function isSiteListed(host: string, sites: readonly string[]): boolean {
  return sites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** The settings that say where names are marked. */
export type SiteRules = Pick<Settings, 'siteMode' | 'disabledSites' | 'enabledSites'>;

export type OwnNameRules = Pick<Settings, 'ownNames' | 'ownNameSites'>;

/** Whether names are marked on a host, as far as its site goes. */
export const isSiteOn = (host: string, { siteMode, disabledSites, enabledSites }: SiteRules): boolean =>
  siteMode === 'listed' ? isSiteListed(host, enabledSites) : !isSiteListed(host, disabledSites);

/** Whether names that only the user follows are marked on a host: what somebody follows is nobody's business. */
export const areOwnNamesMarked = (host: string, { ownNames, ownNameSites }: OwnNameRules): boolean =>
  ownNames === 'all' || isSiteListed(host, ownNameSites);

/** The settings after the user wants to see their own names on a site. */
export const markOwnNames = <R extends OwnNameRules>(rules: R, site: string): R =>
  areOwnNamesMarked(site, rules) ? rules : { ...rules, ownNameSites: [...rules.ownNameSites, site] };

/** The rules after one click on the switch of a site. A rule for a parent domain that stands in the way goes as well. */
export function switchSite<R extends SiteRules>(rules: R, site: string, on: boolean): R {
  const key = rules.siteMode === 'listed' ? 'enabledSites' : 'disabledSites';
  const others = rules[key].filter((rule) => !isSiteListed(site, [rule]));
  const isNamed = on === (rules.siteMode === 'listed');
  return { ...rules, [key]: isNamed ? [...others, site] : others };
}

/** The site that one click in the popup turns off: the host name without a leading `www.`. */
export const siteOf = (host: string): string => (host.startsWith('www.') ? host.slice(4) : host);
