import { expect, test } from 'vitest';
import { endWithLegalForm } from '../../../src/core/linking/legal-forms.ts';

test.each([
  ['Huawei Technologies Co., Ltd. has opened', 'Huawei', 'Huawei Technologies Co., Ltd.'],
  ['Xiaomi Corp. plans', 'Xiaomi', 'Xiaomi Corp.'],
  ['sold by SoftBank Group Corp. Then', 'SoftBank', 'SoftBank Group Corp'],
  ['Baidu, Inc. (NASDAQ)', 'Baidu', 'Baidu, Inc'],
  ['Saxo Bank A/S let', 'Saxo Bank', 'Saxo Bank A/S'],
  ['Huawei Technology Forum', 'Huawei', 'Huawei'],
  ['Huawei groups', 'Huawei', 'Huawei'],
  ['Huawei grew', 'Huawei', 'Huawei'],
])('%s', (text, name, whole) => {
  expect(
    text.slice(
      0,
      endWithLegalForm(text, { start: text.indexOf(name), end: text.indexOf(name) + name.length }, 'company'),
    ),
  ).toMatch(new RegExp(`${whole.replaceAll(/[.*+?^$()|[\]\\/]/g, String.raw`\$&`)}$`));
});
