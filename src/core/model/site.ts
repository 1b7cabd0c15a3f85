/** A site is a host name; a rule for `example.org` holds for its subdomains too. */
export function isSiteDisabled(host: string, disabledSites: readonly string[]): boolean {
  return disabledSites.some((site) => host === site || host.endsWith(`.${site}`));
}

/** The site that one click in the popup turns off: the host name without a leading `www.`. */
export const siteOf = (host: string): string => (host.startsWith('www.') ? host.slice(4) : host);
