import { beginCapture } from '../../../src/core/capture/begin-capture.ts';
import type { Capture } from '../../../src/core/capture/capture.ts';
import { bareClip, type Clip } from '../../../src/core/capture/clip.ts';

/** A clip of a page at https://example.org/a, with what a test is about. */
export const makeClip = (fields: Partial<Clip> = {}): Clip => ({
  ...bareClip('Acme sells anvils.', 'https://example.org/a', 'A page'),
  ...fields,
});

/** An unfinished capture; the higher its number, the later it was captured. */
export const makeCapture = (number: number): Capture =>
  beginCapture(makeClip(), { id: `capture-${number}`, intent: 'fact', now: number, guesses: [] });
