import { useState } from 'preact/hooks';
import { NEW_VALUES, type FormValues } from '../core/overlay/record-form.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { aliasFields, fieldsOf } from './record-fields.ts';
import { RecordForm, type FormField } from './RecordForm.tsx';

export type EntityAdditions = {
  /** A source of the user's own is named by `sourceId`; a new one has `source.` before the names of its fields. */
  readonly onFact: (values: FormValues) => Promise<readonly PackProblem[]>;
  readonly onAlias: (values: FormValues) => Promise<readonly PackProblem[]>;
  /** The user's own sources, to be cited again. */
  readonly sources: readonly { readonly id: string; readonly title: string }[];
};

/** What the user can add to an entity, whosever it is. */
export function AddToEntity({ onFact, onAlias, sources }: EntityAdditions) {
  const [open, setOpen] = useState<'fact' | 'alias' | null>(null);
  const close = (): void => setOpen(null);
  if (open === 'fact')
    return (
      <RecordForm
        title={t('own.newFact')}
        fields={[...fieldsOf('fact'), ...sourceFields(sources)]}
        values={{ ...NEW_VALUES.fact, sourceId: '' }}
        onSave={onFact}
        onClose={close}
      />
    );
  if (open === 'alias')
    return (
      <RecordForm
        title={t('own.newAlias')}
        fields={aliasFields()}
        values={{ text: '', case: 'ignore', words: '', not: '' }}
        onSave={onAlias}
        onClose={close}
      />
    );
  return (
    <p class="button-row">
      <button type="button" class="chip" data-new="fact" onClick={() => setOpen('fact')}>
        {t('own.newFact')}
      </button>
      <button type="button" class="chip" data-new="alias" onClick={() => setOpen('alias')}>
        {t('own.newAlias')}
      </button>
    </p>
  );
}

const sourceFields = (sources: EntityAdditions['sources']): readonly FormField[] => {
  const section = t('form.source');
  const known = [
    { value: '', label: t('form.newSource') },
    ...sources.map(({ id, title }) => ({ value: id, label: title })),
  ];
  return [
    ...(sources.length === 0
      ? []
      : [
          {
            ...{ path: 'sourceId', name: 'sourceId', label: t('form.whichSource'), control: 'choice' as const },
            ...{ choices: known, section },
          },
        ]),
    ...fieldsOf('source').map((field) => ({
      ...{ ...field, name: field.path, section },
      isWanted: ({ sourceId = '' }: FormValues) => sourceId === '',
    })),
  ];
};
