import { namePaths, withoutEmpty, type DraftRecord } from './draft-record.ts';
import { IdRegister, makeId } from './make-id.ts';
import type { SheetField } from './sheet-fields.ts';
import type { SheetRow } from './sheet-rows.ts';
import { ENTITY_TYPE_WORDS, findWord } from './vocabulary.ts';

const PATHS: readonly (readonly [string, SheetField<'entities'>])[] = [
  ['entity.id', 'id'],
  ['entity.name', 'name'],
  ['entity.type', 'type'],
  ['entity.description', 'description'],
  ['entity.aliases', 'aliases'],
  ['entity.links.wikidata', 'wikidata'],
  ['entity.links.website', 'website'],
];

/**
 * Entities, one a row. An id comes from its column, in lower case, or else from the name (`makeId`); rows of one name are
 * numbered in their order. Drafts of unsound rows are given as well, so that facts about them are not blamed.
 */
export function convertEntities(rows: readonly SheetRow<'entities'>[]): readonly DraftRecord[] {
  const register = new IdRegister();
  register.reserve(rows.map((row) => row.read('id').toLowerCase()));
  return rows.map((row) => {
    const name = row.read('name');
    if (name === '') row.report('name', 'missing-value', 'the entity has no name; give it one or remove the row.');
    const id = row.read('id').toLowerCase() || register.give(makeId(name, 'entity'));
    return {
      type: 'entity' as const,
      body: withoutEmpty({
        ...{ id, name, type: readType(row), description: row.read('description') },
        ...{ aliases: readAliases(row, name), links: readLinks(row) },
      }),
      file: row.file,
      line: row.line,
      isBroken: !row.isSound(),
      fieldName: namePaths(PATHS.map(([path, field]) => [path, row.headingOf(field)])),
    };
  });
}

function readType(row: SheetRow<'entities'>): string {
  const written = row.read('type');
  const type = findWord(ENTITY_TYPE_WORDS, written);
  if (type !== null) return type;
  const choices = ENTITY_TYPE_WORDS.words.join(', ');
  const what = written === '' ? 'the type is missing' : `"${written.slice(0, 40)}" is no type that is known`;
  row.report('type', written === '' ? 'missing-value' : 'invalid-value', `${what}; write one of ${choices}.`);
  return '';
}

function readAliases(row: SheetRow<'entities'>, name: string): readonly { readonly text: string }[] | undefined {
  const texts = [...new Set(row.readList('aliases'))].filter((text) => text !== name);
  return texts.length === 0 ? undefined : texts.map((text) => ({ text }));
}

/** A page of Wikidata stands for its item, and a bare host for its site. */
function readLinks(row: SheetRow<'entities'>): Record<string, unknown> | undefined {
  const wikidata = row.read('wikidata').replace(/^https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/(?=Q)/i, '');
  const website = row.read('website').replace(/^(?=[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/|$))/i, 'https://');
  const links = withoutEmpty({ wikidata, website });
  return Object.keys(links).length === 0 ? undefined : links;
}
