import { expect, test } from 'vitest';
import { cutsWord } from '../../../src/core/linking/cut-words.ts';

test.each([
  ['今天津津有味地吃', '天津', true],
  ['他们在天津签约', '天津', false],
  ['泡得柔软银亮的银耳', '软银', true],
  ['软银集团宣布', '软银', false],
  ['他的才华为人称道', '华为', true],
  ['华为在上海发布', '华为', false],
  ['華為在上海發布', '上海', false],
  ['村上海賊の足跡', '上海', true],
  ['上海で発表した', '上海', false],
  ['드라마윈도 영상', '마윈', true],
  ['마윈도 왔다', '마윈', false],
  ['Huawei and 华为', 'Huawei', false],
  ['国家网信办近日会同工信部约谈六家平台', '工信部', false],
  ['全体职工信部分传言', '工信部', true],
])('%s: %s', (text, name, expected) => {
  const start = text.indexOf(name);
  expect(cutsWord(text, { start, end: start + name.length })).toBe(expected);
});
