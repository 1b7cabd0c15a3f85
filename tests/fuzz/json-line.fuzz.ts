import { LIMITS } from '../../src/core/model/limits.ts';
import { MAX_JSON_DEPTH } from '../../src/core/packs/json-depth.ts';
import { parseJsonObject } from '../../src/core/packs/parse-record.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';
import { SOUND_PACK } from './sound-packs.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

fuzzTarget(
  'S13: the reader of JSON lines gives an object within the caps, or one problem',
  mutatedText(SOUND_PACK),
  (text) => {
    const parsed = parseJsonObject(text, 3);
    if (!parsed.ok) {
      demand(parsed.error.length === 1 && parsed.error[0]?.line === 3, 'one problem, with its line');
      return;
    }
    demand(text.length <= LIMITS.lineBytes && depthOf(parsed.value) <= MAX_JSON_DEPTH, 'the caps hold');
    demand(Object.getPrototypeOf(parsed.value) === Object.prototype, 'a plain object');
    demand(JSON.stringify(parsed.value) === JSON.stringify(JSON.parse(text)), 'what the text says');
  },
);
