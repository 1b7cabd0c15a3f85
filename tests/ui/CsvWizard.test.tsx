import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { convertSheets, type ConversionInput } from '../../src/core/converting/convert-sheets.ts';
import { readSheet } from '../../src/core/converting/read-sheet.ts';
import { CsvWizard, type CsvWizardProps } from '../../src/ui/CsvWizard.tsx';

const sheetOf = (file: string, text: string) => {
  const sheet = readSheet(file, text);
  if (!sheet.ok) throw new Error('the sheet is unsound');
  return sheet.value;
};
const ENTITIES = sheetOf('names.csv', 'Name,Type\nAcme,company\n');
const FACTS = sheetOf('facts.csv', 'Subject,Claim,Link,\nAcme,Acme opened.,https://a.example,x\n');

function show(props: Partial<CsvWizardProps> = {}) {
  const onImport = vi.fn<(input: ConversionInput) => void>();
  const onCancel = vi.fn<() => void>();
  const root = document.createElement('div');
  document.body.append(root);
  const defaults: CsvWizardProps = {
    ...{ sheets: [ENTITIES, FACTS], installed: {}, today: '2026-11-23', isConverting: false, problems: [] },
    ...{ onImport, onCancel },
  };
  act(() => render(<CsvWizard {...defaults} {...props} />, root));
  const control = (label: string, within: ParentNode = root) =>
    [...within.querySelectorAll('label')]
      .find((element) => element.querySelector('.choice-label')?.textContent === label)
      ?.querySelector<HTMLSelectElement | HTMLInputElement>('select, input');
  const choose = (label: string, value: string, within?: ParentNode): void => {
    const select = control(label, within);
    if (select === undefined || select === null) throw new Error(`nothing is labelled ${label}`);
    act(() => {
      select.value = value;
      select.dispatchEvent(new Event(select.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    });
  };
  const button = root.querySelector<HTMLButtonElement>('button[type="submit"]');
  const submit = (): void => {
    act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  };
  return { root, onImport, onCancel, control, choose, submit, button, sections: [...root.querySelectorAll('.sheet')] };
}

afterEach(() => document.body.replaceChildren());

test('guesses what the sheets hold and which column gives what, and shows the first rows', () => {
  const { sections, control } = show();
  expect(sections.map((section) => control('This sheet holds', section)?.value)).toEqual(['entities', 'facts']);
  expect(control('Statement (needed)')?.value).toBe('1');
  expect(control('Address of the source')?.value).toBe('2');
  expect(sections[1]?.querySelector('table')?.textContent).toContain('Acme opened.');
  expect(sections[1]?.querySelector('tbody th')?.textContent).toBe('2');
});

test('imports: what it gives converts to a sound pack', () => {
  const { submit, onImport, onCancel } = show();
  submit();
  const [input] = onImport.mock.calls[0] ?? [];
  expect(input?.header.fields).toEqual({
    id: 'my-pack',
    version: 1,
    title: 'My pack',
    publisher: { name: 'Me' },
    published: '2026-11-23',
    license: 'Private use',
    language: 'en',
  });
  expect(input !== undefined && convertSheets(input)).toMatchObject({
    ok: true,
    value: { header: { counts: { facts: 1 } } },
  });
  expect(onCancel).not.toHaveBeenCalled();
});

describe('columns', () => {
  test('can be chosen; a column gives one field', () => {
    const { choose, control, submit, onImport } = show();
    choose('Note', '1');
    expect(control('Statement (needed)')?.value).toBe('');
    choose('Statement (needed)', '3');
    submit();
    expect(onImport.mock.calls[0]?.[0].sheets[1]?.mapping).toEqual({
      subjects: 0,
      sourceUrl: 2,
      note: 1,
      statement: 3,
    });
  });

  test('that are needed and missing are named, and nothing can be imported', () => {
    const { choose, sections, button, submit, onImport } = show();
    choose('Statement (needed)', '');
    expect(sections[1]?.textContent).toContain('Choose a column for: Statement');
    expect(button?.disabled).toBe(true);
    submit();
    expect(onImport).not.toHaveBeenCalled();
  });

  test('without a heading have a number', () => {
    const { control } = show();
    const options = [...(control('Note')?.querySelectorAll('option') ?? [])].map(({ textContent }) => textContent);
    expect(options).toEqual(['no column', 'Subject', 'Claim', 'Link', 'Column 4']);
  });
});

test('a sheet can be left out, or hold something else', () => {
  const { choose, sections, submit, onImport, button } = show();
  choose('This sheet holds', '', sections[0]);
  expect(sections[0]?.querySelector('fieldset')).toBeNull();
  choose('This sheet holds', 'sources', sections[0]);
  expect(sections[0]?.textContent).toContain('Title (needed)');
  choose('This sheet holds', '', sections[0]);
  submit();
  expect(onImport.mock.calls[0]?.[0].sheets.map(({ kind }) => kind)).toEqual(['facts']);
  choose('This sheet holds', '', sections[1]);
  expect(button?.disabled).toBe(true);
});

describe('the header', () => {
  const ID = 'Id (lower-case letters, digits, hyphens)';

  test('has an id made of its title until one is written', () => {
    const { choose, control } = show();
    choose('Title', 'Harbour Towns');
    expect(control(ID)?.value).toBe('harbour-towns');
    choose(ID, 'mine');
    choose('Title', 'Other');
    expect(control(ID)?.value).toBe('mine');
  });

  test('of a pack that is installed has the next version', () => {
    const { root, submit, onImport } = show({ installed: { 'my-pack': 4 } });
    expect(root.textContent).toContain('this becomes its version 5');
    submit();
    expect(onImport.mock.calls[0]?.[0].header.fields['version']).toBe(5);
  });

  test('must be filled', () => {
    const { choose, button } = show();
    choose('Publisher', ' ');
    expect(button?.disabled).toBe(true);
  });
});

test('problems stand with file and row', () => {
  const problems = [
    { code: 'missing-value' as const, file: 'facts.csv', line: 7, field: 'Claim', message: 'Claim: it says nothing.' },
    { code: 'invalid-field' as const, file: 'names.csv', line: 0, field: '', message: 'Something.' },
  ];
  const { root } = show({ problems });
  expect(root.querySelector('[role="status"]')?.textContent).toContain('Nothing was imported: 2 problems');
  expect([...root.querySelectorAll('.problems li')].map(({ textContent }) => textContent)).toEqual([
    'facts.csv, row 7Claim: it says nothing.',
    'names.csvSomething.',
  ]);
});

test('while it converts nothing can be imported twice; it can be cancelled', () => {
  const { root, button, submit, onImport, onCancel } = show({ isConverting: true });
  expect(button?.disabled).toBe(true);
  submit();
  expect(onImport).not.toHaveBeenCalled();
  act(() => root.querySelector<HTMLButtonElement>('button[type="button"]')?.click());
  expect(onCancel).toHaveBeenCalledOnce();
});

test('a hostile cell is text', () => {
  const { root } = show({ sheets: [sheetOf('x.csv', 'Name,Type\n<img src=x onerror=alert(1)>,company')] });
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('td')?.textContent).toContain('<img');
});
