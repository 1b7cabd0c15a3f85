import fc from 'fast-check';
import { LIMITS } from '../../src/core/model/limits.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { convertTexts } from '../fixtures/sheets.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';
import { mutatedText } from './mutated-text.ts';

const ENTITIES = ['name,type,aliases\nAcme,company,"Acme Inc.|ACME"\nBolt,company,'];
const FACTS = ['subjects,statement,url,as of\nAcme,"Acme, it is said, has labs.",https://a.example/1,2026-01-31'];

fuzzTarget(
  'S13: sheets become a sound pack, or problems that say where',
  fc.tuple(mutatedText(ENTITIES), mutatedText(FACTS)),
  ([entities, facts]) => {
    const converted = convertTexts({ entities, facts });
    demand(converted.ok || !(ENTITIES.includes(entities) && FACTS.includes(facts)), 'sound sheets are taken');
    if (converted.ok) demand(parseFactPack(converted.value.lines.join('\n')).ok, 'the pack is sound');
    else demand(converted.error.length > 0 && converted.error.length <= LIMITS.reportedProblems, 'some problems');
  },
);
