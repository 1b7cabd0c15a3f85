import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { readSources } from './read-sources.ts';

const FOLDER = resolve('src/locales');
const LOCALES = ['de', 'en', 'zh_CN'];
/** The stores and Chromium take no longer description. */
const MAX_DESCRIPTION_LENGTH = 132;
/** What may stand in a view as it is: names that are the same in every language. */
const NAMES = ['Sidelight', '.factpack.jsonl'];

type Text = { readonly forms: readonly string[]; readonly isPlural: boolean; readonly places: readonly string[] };

async function readTexts(locale: string): Promise<ReadonlyMap<string, Text>> {
  const texts = new Map<string, Text>();
  for (const text of await parseMessagesFile(`${FOLDER}/${locale}.json`)) {
    const [first = ''] = text.key;
    // Browsers know some messages by themselves.
    if (first.startsWith('@@')) continue;
    const forms = text.type === 'plural' ? Object.values(text.plurals) : [text.message];
    texts.set(text.key.join('.'), {
      forms,
      isPlural: text.type === 'plural',
      places: text.namedSubstitutions.toSorted(),
    });
  }
  return texts;
}

const english = await readTexts('en');
const { uses, words } = readSources(resolve('src'));

test('the languages are those that are tested', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  expect(files.map((file) => file.replace('.json', '')).toSorted()).toEqual(LOCALES);
});

describe.each(LOCALES)('%s', async (locale) => {
  const texts = await readTexts(locale);
  const all = [...texts].flatMap(([key, { forms }]) => forms.map((form) => ({ key, form })));

  test('has a text for every key, and no other', () => {
    expect([...texts.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('has the same places, and forms for one and many where English has', () => {
    const shape = (of: ReadonlyMap<string, Text>) =>
      Object.fromEntries([...of].map(([key, { isPlural, places }]) => [key, { isPlural, places }]));
    expect(shape(texts)).toEqual(shape(english));
  });

  test('has as many forms as the language', () => {
    const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
    const plurals = [...texts.values()].filter(({ isPlural }) => isPlural);
    expect(plurals.filter(({ forms }) => forms.length > pluralCategories.length)).toEqual([]);
  });

  test('has no empty text, and nothing that browsers or the library would take for more than a text', () => {
    expect(all.filter(({ form }) => form.trim() === '' || form.includes('$') || form.includes(' | '))).toEqual([]);
  });

  test('has a description that the stores take', () => {
    expect(texts.get('manifest.description')?.forms[0]?.length).toBeLessThanOrEqual(MAX_DESCRIPTION_LENGTH);
  });
});

test('Chinese has its own punctuation', async () => {
  const forms = [...(await readTexts('zh_CN')).values()].flatMap((text) => text.forms);
  expect(forms.filter((form) => /\p{Script=Han}[,;:?!.()]|[,;:?!(]\p{Script=Han}/u.test(form))).toEqual([]);
});

describe('in the sources', () => {
  test('no two keys have the same name for browsers, which know neither dots nor hyphens', () => {
    const names = [...english.keys()].map((key) => key.replaceAll('.', '_'));
    expect(names.filter((name) => !/^\w+$/.test(name) || names.filter((other) => other === name).length > 1)).toEqual(
      [],
    );
  });

  test('every key is used', () => {
    const manifest = readFileSync(resolve('wxt.config.ts'), 'utf8');
    const unused = [...english.keys()].filter(
      (key) => !manifest.includes(`__MSG_${key.replaceAll('.', '_')}__`) && !uses.some((use) => use.key.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('every message of the manifest exists', () => {
    const names = new Set([...english.keys()].map((key) => key.replaceAll('.', '_')));
    const manifest = readFileSync(resolve('wxt.config.ts'), 'utf8');
    expect([...manifest.matchAll(/__MSG_(\w+?)__/g)].filter(([, name = '']) => !names.has(name))).toEqual([]);
  });

  test('every place of a text is filled, and nothing more', () => {
    const wrong = uses.flatMap(({ file, key, places }) =>
      [...english]
        .filter(([name]) => key.test(name))
        .filter(
          ([, text]) =>
            text.places.filter((place) => !text.isPlural || place !== 'count').join() !== places?.toSorted().join(),
        )
        .map(([name]) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every key can be read where it is used', () => {
    const unread = uses.filter(({ key }) => ![...english.keys()].some((name) => key.test(name)));
    expect(unread.filter(({ file }) => file !== 'ui/Sentence.tsx')).toEqual([]);
  });

  test('no words stand in a view', () => {
    expect(words.filter((found) => !NAMES.some((name) => found.endsWith(`: ${name}`)))).toEqual([]);
  });
});
