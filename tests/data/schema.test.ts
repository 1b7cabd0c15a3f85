import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { entitySchema } from '../../src/core/model/entity.ts';
import { conflictSchema, factSchema } from '../../src/core/model/fact.ts';
import { packHeaderSchema } from '../../src/core/model/fact-pack.ts';
import { sourceSchema } from '../../src/core/model/source.ts';

const line = v.union([
  packHeaderSchema,
  v.strictObject({ source: sourceSchema }),
  v.strictObject({ entity: entitySchema }),
  v.strictObject({ fact: factSchema }),
  v.strictObject({ conflict: conflictSchema }),
]);

test('the published schema is the validator’s own: run with `-u` after a change of the format', async () => {
  const schema = toJsonSchema(line, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' });
  const published = {
    ...schema,
    title: 'Sidelight fact pack, format 1: one line',
    description:
      'A pack is JSON Lines: the header first, then one record a line. The validator checks more than a schema can: that ids are unique and resolve, that counts are right, and that text holds no control characters.',
  };
  await expect(`${JSON.stringify(published, null, 2)}\n`).toMatchFileSnapshot(
    '../../data/schema/fact-pack.schema.json',
  );
});
