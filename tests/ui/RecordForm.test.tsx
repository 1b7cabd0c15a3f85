import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackProblem } from '../../src/core/packs/pack-problem.ts';
import { RecordForm, type FormProps } from '../../src/ui/RecordForm.tsx';
import { fieldsOf } from '../../src/ui/record-fields.ts';

const PROBLEM: PackProblem = {
  code: 'invalid-field',
  line: 1,
  field: 'source.URL',
  message: 'source.URL must be https.',
};

function show(answers: readonly (readonly PackProblem[])[]) {
  const rest = [...answers];
  const onSave = vi.fn<FormProps['onSave']>(async () => rest.shift() ?? []);
  const onClose = vi.fn();
  const values = { title: 'Weekly', URL: 'x', 'container-title': '', issued: '' };
  act(() =>
    render(<RecordForm title="A source" fields={fieldsOf('source')} {...{ values, onSave, onClose }} />, document.body),
  );
  return { onSave, onClose };
}
const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const submit = async (): Promise<void> => {
  await act(async () => {
    find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await Promise.resolve();
  });
};
const type = (selector: string, value: string): void =>
  void act(() => {
    const field = find(selector) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

afterEach(() => render(null, document.body));

test('a problem stands at its field until the field is mended', async () => {
  const { onClose } = show([[PROBLEM], []]);
  await submit();
  expect(find('[data-field="source.URL"] .field-problem').textContent).toContain('must be https.');
  expect(find('[data-field="source.URL"] input').getAttribute('aria-invalid')).toBe('true');
  expect(onClose).not.toHaveBeenCalled();
  type('[data-field="source.URL"] input', 'https://a.example/');
  expect(document.querySelector('.field-problem')).toBeNull();
  await submit();
  expect(onClose).toHaveBeenCalledOnce();
});

test('REGRESSION: what two fields are told before the form is drawn again is kept, both', async () => {
  const { onSave } = show([]);
  act(() => {
    for (const [path, value] of [
      ['source.title', 'Daily'],
      ['source.URL', 'https://b.example/'],
    ]) {
      const field = find(`[data-field="${path}"] input`) as HTMLInputElement;
      field.value = value ?? '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await submit();
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ title: 'Daily', URL: 'https://b.example/' });
});

test('REGRESSION: a second press while it is being stored stores nothing twice', async () => {
  let finish: (problems: readonly PackProblem[]) => void = () => {};
  const onSave = vi.fn<FormProps['onSave']>(() => new Promise((done) => (finish = done)));
  const props = { values: {}, onSave, onClose: vi.fn() };
  act(() => render(<RecordForm title="A source" fields={fieldsOf('source')} {...props} />, document.body));
  await submit();
  await submit();
  expect(onSave).toHaveBeenCalledOnce();
  expect(find('[type="submit"]').getAttribute('aria-disabled')).toBe('true');
  await act(async () => {
    finish([PROBLEM]);
    await Promise.resolve();
  });
  expect(find('[type="submit"]').getAttribute('aria-disabled')).toBe('false');
});
