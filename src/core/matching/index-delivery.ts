/**
 * Up to this many aliases a tab gets the whole index: 0.4 MB and 1 ms. At a hundred thousand reading it would take 25 ms of
 * every navigation, at a million 250 ms and 20 MB a tab, so beyond it tabs send page keys to the background instead.
 */
export const MAX_LOCAL_ALIASES = 20_000;

/** Stands in the place of the index where it is too large for a tab. */
export const REMOTE_INDEX = 'remote';
