import { bareClip, type Clip } from '../../../src/core/capture/clip.ts';

/** A clip of a page at https://example.org/a, with what a test is about. */
export const makeClip = (fields: Partial<Clip> = {}): Clip => ({
  ...bareClip('Acme sells anvils.', 'https://example.org/a', 'A page'),
  ...fields,
});
