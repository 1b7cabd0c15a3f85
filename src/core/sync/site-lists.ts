/** The settings that are lists of sites: each site is an item of its own, so that two devices can each add one. */
export const SITE_LISTS = ['disabledSites', 'enabledSites', 'ownNameSites'] as const;
