import { describe, expect, test } from 'vitest';
import { isPartOfLongerName } from '../../../src/core/linking/longer-name.ts';
import type { EntityType } from '../../../src/core/model/entity.ts';

type Case = readonly [text: string, name: string, type: EntityType, expected: boolean];

const part = (text: string, name: string, type: EntityType): boolean => {
  const start = text.indexOf(name);
  return isPartOfLongerName(text, { start, end: start + name.length }, type, (offset) =>
    text.startsWith('China', offset),
  );
};

const CASES: readonly Case[] = [
  ['a film by Alibaba Pictures opened', 'Alibaba', 'company', true],
  ['falafel at Alibaba Kebab House tonight', 'Alibaba', 'company', true],
  ['a note in MIT Technology Review said', 'MIT', 'institution', true],
  ['Tencent Music sang', 'Tencent', 'company', true],
  ['the Facebook Gaming Creators Guild met', 'Facebook', 'company', true],
  ['kept the books of Meta Financial Group in Dakota', 'Meta', 'company', true],
  ['the Tsinghua University Press shop', 'Tsinghua University', 'institution', true],
  ['the State Council of Ceylon, elected in 1931', 'State Council', 'agency', true],
  ['Oman, whose own State Council sat', 'State Council', 'agency', true],
  ['the State Council of China met', 'State Council', 'agency', false],
  ["the State Council of the People's Republic", 'State Council', 'agency', false],
  ['at the Sharon Lynne Wilson Center tonight', 'Wilson Center', 'institution', true],
  ['at the Chinese Wilson Center tonight', 'Wilson Center', 'institution', false],
  ['she beat us at Shanghai Rummy again', 'Shanghai', 'place', true],
  ['said Shanghai Mayor Gong', 'Shanghai', 'place', false],
  ['the University of Shanghai opened', 'Shanghai', 'place', true],
  ['Shanghai Opens New Port To Larger Ships', 'Shanghai', 'place', false],
  ['in Shanghai and Beijing', 'Shanghai', 'place', false],
  ['im Hafen von Shanghai Daten und der Handel', 'Shanghai', 'place', false],
  ['shares of Beijing Automotive rose', 'Beijing', 'agency', true],
  ['Beijing Airlines said', 'Beijing', 'place', true],
  ['Shanghai Port 0–2 Johor', 'Shanghai', 'place', true],
  ['In Shanghai 2–3 percent', 'Shanghai', 'place', false],
  ['Huawei Automotive said', 'Huawei', 'company', false],
  ['Huawei Technologies grew', 'Huawei', 'company', false],
  ['Huawei Mate phones', 'Huawei', 'company', false],
  ['Huawei. Music played', 'Huawei', 'company', false],
  ['Huawei’s Museum', 'Huawei', 'company', false],
  ['腾讯音乐上市', '腾讯', 'company', true],
  ['腾讯宣布', '腾讯', 'company', false],
  ['天津街的面店', '天津', 'place', true],
  ['德国联邦科技部的代表团', '科技部', 'agency', true],
  ['中国科技部官员', '科技部', 'agency', false],
];

const REGRESSION: readonly Case[] = [
  ['Huawei and Acme Bank signed', 'Huawei', 'company', false],
  ['iFlytek and Ant Group fell', 'iFlytek', 'company', false],
  ['Huawei & Acme Bank opened', 'Huawei', 'company', true],
  ['Jack Ma of Acme University', 'Jack Ma', 'person', false],
  ['she left MIT for Pasadena', 'MIT', 'institution', false],
  ['a Huawei Press Release', 'Huawei', 'company', false],
  ['HUAWEI PRESS RELEASE', 'HUAWEI', 'company', false],
  ['the Huawei Press shop', 'Huawei', 'company', true],
];

describe('isPartOfLongerName', () => {
  test.each(CASES)('%s: %s (%s)', (text, name, type, expected) => {
    expect(part(text, name, type)).toBe(expected);
  });

  describe('REGRESSION', () => {
    test.each(REGRESSION)('%s: %s (%s)', (text, name, type, expected) => {
      expect(part(text, name, type)).toBe(expected);
    });
  });
});
