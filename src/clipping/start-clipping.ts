import type { Clip } from '../core/capture/clip.ts';
import { readClip } from './read-clip.ts';

/** The script that a capture puts into a frame, once: its value is what the frame says. It leaves nothing behind. */
export const startClipping = (): Clip | null => readClip();
