import type { HostilePage } from './hostile-page.ts';
import { PROTOTYPES } from './prototypes.ts';

/** The whole corpus. */
export const HOSTILE_PAGES: readonly HostilePage[] = [...PROTOTYPES];
