import { expect, test } from 'vitest';
import * as v from 'valibot';
import { contentRequests } from '../../src/messaging/contract.ts';

test.each(['mark){} body', 'a', 'ABCDEFGHIJKL', 'abcdefghijk1', ''])(
  'a highlight name such as %j never gets into the style sheet',
  (mark) => {
    expect(v.is(contentRequests['annotator.style'], { mark, flash: 'abcdefghijkl' })).toBe(false);
  },
);
