import { expect, test } from 'vitest';
import { findIntroduced } from '../../../src/core/linking/find-introduced.ts';

const introduced = (text: string, name: string): string[] => {
  const start = text.indexOf(name);
  const entity = { pack: 'p', id: 'e' };
  const mention = {
    start,
    end: start + name.length,
    entity,
    name,
    alias: name,
    paint: true,
    privacy: 'inline' as const,
    type: 'place' as const,
  };
  return findIntroduced(text, [mention]).map(({ alias }) => alias.text);
};

test.each([
  ['the Yangtze River Delta (YRD) grew', 'Yangtze River Delta', ['YRD']],
  ['the Yangtze River Delta ("YRD", for short)', 'Yangtze River Delta', ['YRD']],
  [
    'New Generation Artificial Intelligence Development Plan (NGAIDP)',
    'New Generation Artificial Intelligence Development Plan',
    ['NGAIDP'],
  ],
  ['the Yangtze River Delta (see map)', 'Yangtze River Delta', []],
  ['the Yangtze River Delta (GDP: high)', 'Yangtze River Delta', []],
  ['Huawei (NYSE: HW)', 'Huawei', []],
  ['the Yangtze River Delta and others (YRD)', 'Yangtze River Delta', []],
])('%s', (text, name, shorts) => {
  expect(introduced(text, name)).toEqual(shorts);
});
