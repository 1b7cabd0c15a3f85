import { describe, expect, test } from 'vitest';
import { findNames } from '../../../src/core/card/find-names.ts';
import { makeEntity } from '../../fixtures/builders.ts';

const others = [
  makeEntity({ name: 'Alibaba', aliases: [{ text: '阿里巴巴' }] }),
  makeEntity({ name: 'Alibaba Cloud' }),
  makeEntity({ id: 'mst', name: 'Ministry of Science and Technology', aliases: [{ text: 'MOST' }, { text: 'MS' }] }),
];
const found = (statement: string): string[] =>
  findNames(statement, 'demo', others).map(
    ({ start, end, entity }) => `${statement.slice(start, end)}→${entity.pack}/${entity.id}`,
  );

describe('findNames', () => {
  test.each([
    ['a name and an alias', 'Alibaba met MOST.', ['Alibaba→demo/alibaba', 'MOST→demo/mst']],
    ['the longest that begins there', 'Alibaba Cloud grew.', ['Alibaba Cloud→demo/alibaba-cloud']],
    ['every occurrence', 'Alibaba, not Alibaba.', ['Alibaba→demo/alibaba', 'Alibaba→demo/alibaba']],
    ['none inside a word', 'Alibabas and MOSTLY.', []],
    ['none in another case, which might be a word', 'The most of alibaba.', []],
    ['none of two letters', 'The MS said no.', []],
    ['one between ideographs', '据阿里巴巴称', ['阿里巴巴→demo/alibaba']],
    ['one that owns', "Alibaba's plan", ['Alibaba→demo/alibaba']],
    ['nothing in nothing', '', []],
  ])('%s', (_name, statement, names) => {
    expect(found(statement)).toEqual(names);
  });
});
