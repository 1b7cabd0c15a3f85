import { formatPatch } from '../../src/core/packs/pack-patch.ts';
import { parsePatch } from '../../src/core/packs/parse-patch.ts';
import { patchText } from '../fixtures/publisher.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';
import { NEXT_PACK, SOUND_PACK } from './sound-packs.ts';

const PATCHES = [
  patchText(SOUND_PACK, NEXT_PACK),
  patchText(
    NEXT_PACK,
    SOUND_PACK.map((line) => line.replace('"version":1', '"version":3')),
  ),
];

fuzzTarget(
  'S13: the patch parser gives a patch that is written as it was read, or problems',
  mutatedText(PATCHES),
  (text) => {
    const parsed = parsePatch(text);
    if (!parsed.ok) {
      demand(parsed.error.length > 0 && !PATCHES.includes(text), 'a sound patch is taken');
      return;
    }
    const written = formatPatch(parsed.value);
    const again = parsePatch(written);
    demand(again.ok && formatPatch(again.value) === written, 'it comes round');
  },
);
