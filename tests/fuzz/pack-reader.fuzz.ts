import fc from 'fast-check';
import { LIMITS } from '../../src/core/model/limits.ts';
import { createPackReader } from '../../src/core/packs/pack-reader.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';
import { SOUND_PACK } from './sound-packs.ts';

/** The lines of a sound pack with one line changed or not, and one left out, doubled or not. */
const packs = fc
  .tuple(fc.nat(SOUND_PACK.length * 2), fc.nat(SOUND_PACK.length * 3), mutatedText(SOUND_PACK))
  .map(([changed, moved, text]) => {
    const lines = SOUND_PACK.map((line, index) => (index === changed ? text : line));
    if (moved < SOUND_PACK.length) return lines.filter((_line, index) => index !== moved);
    const doubled = lines[moved - SOUND_PACK.length];
    return doubled === undefined ? lines : [...lines, doubled];
  });

fuzzTarget('S13: the pack reader takes a pack whole or says what is wrong with it', packs, (lines) => {
  const reader = createPackReader();
  const records = lines.flatMap((line) => reader.push(line) ?? []);
  const finished = reader.finish();
  if (finished.ok) {
    const { entities, facts, sources, conflicts } = finished.value.counts;
    demand(entities + facts + sources + conflicts === records.length, 'as many records as promised');
    demand(
      records.every((record) => reader.header() !== null && JSON.stringify(record).length <= 2 * LIMITS.lineBytes),
      'caps',
    );
  } else {
    demand(
      finished.error.length > 0 && finished.error.length <= LIMITS.reportedProblems,
      'some problems, not too many',
    );
    demand(
      finished.error.every(({ message, line }) => message !== '' && line <= lines.length),
      'each with a line',
    );
  }
  demand(finished.ok || lines.join() !== SOUND_PACK.join(), 'a sound pack is taken');
});
