import { CLOBBERING } from './clobbering.ts';
import { DOCUMENTS } from './documents.ts';
import { EVENTS } from './events.ts';
import { FRAMES } from './frames.ts';
import { GLOBALS } from './globals.ts';
import { HIDING } from './hiding.ts';
import { HIGHLIGHTS } from './highlights.ts';
import type { HostilePage } from './hostile-page.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { MUTATIONS } from './mutations.ts';
import { POLICIES } from './policies.ts';
import { PROTOTYPES } from './prototypes.ts';
import { SELECTION } from './selection.ts';
import { TEXT } from './text.ts';

/** The whole corpus. */
export const HOSTILE_PAGES: readonly HostilePage[] = [
  ...PROTOTYPES,
  ...CLOBBERING,
  ...HIDING,
  ...TEXT,
  ...FRAMES,
  ...LIFECYCLE,
  ...DOCUMENTS,
  ...POLICIES,
  ...HIGHLIGHTS,
  ...EVENTS,
  ...MUTATIONS,
  ...SELECTION,
  ...GLOBALS,
];
