import { ENTITY_TYPES } from '../core/model/entity.ts';
import { CERTAINTIES, QUALITIES } from '../core/model/fact.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { FormKind } from '../core/overlay/record-form.ts';
import { t } from '../locales/translate.ts';
import type { FormField } from './RecordForm.tsx';

/** Kinds that packs use often; any other can be written. */
const KINDS = [
  'note',
  'valuation',
  'funding',
  'revenue',
  'headcount',
  'role',
  'partnership',
  'policy',
  'date',
  'target',
];

/** The fields of a form for a kind of record, with the texts of the interface. */
export function fieldsOf(kind: FormKind): readonly FormField[] {
  switch (kind) {
    case 'entity':
      return [
        line('entity', 'name', t('form.name'), { maxLength: LIMITS.nameLength, isRequired: true }),
        {
          ...line('entity', 'type', t('form.type')),
          control: 'choice',
          choices: ENTITY_TYPES.map((value) => ({ value, label: t(`type.${value}`) })),
        },
        line('entity', 'description', t('form.description'), { maxLength: LIMITS.descriptionLength }),
        { ...line('entity', 'aliases', t('form.aliases'), { hint: t('form.aliasesHint') }), control: 'text' },
      ];
    case 'fact':
      return [
        {
          ...line('fact', 'statement', t('form.statement'), { maxLength: LIMITS.statementLength, isRequired: true }),
          control: 'text',
        },
        line('fact', 'kind', t('form.kind'), { hint: t('form.kindHint'), suggestions: KINDS, isRequired: true }),
        {
          ...line('fact', 'number', t('form.number'), { hint: t('form.numberHint') }),
          path: 'fact.value.number',
        },
        { ...line('fact', 'unit', t('form.unit'), { hint: t('form.unitHint') }), path: 'fact.value.unit' },
        {
          ...line('fact', 'certainty', t('form.certainty')),
          control: 'choice',
          choices: CERTAINTIES.map((value) => ({ value, label: t(`certainty.${value}`) })),
        },
        {
          ...line('fact', 'quality', t('form.quality')),
          control: 'choice',
          choices: QUALITIES.map((value) => ({
            value,
            label: value === 'ok' ? t('form.qualityOk') : t(`quality.${value}`),
          })),
        },
        line('fact', 'asOf', t('form.asOf'), { hint: t('form.asOfHint') }),
        line('fact', 'note', t('form.remark'), { maxLength: LIMITS.noteLength }),
      ];
    case 'source':
      return [
        line('source', 'title', t('form.sourceTitle'), { maxLength: LIMITS.shortTextLength, isRequired: true }),
        line('source', 'URL', t('form.address'), { maxLength: LIMITS.urlLength }),
        line('source', 'container-title', t('form.publication'), { maxLength: LIMITS.shortTextLength }),
        line('source', 'issued', t('form.issued'), { hint: t('form.issuedHint') }),
      ];
  }
}

/** The fields of a spelling with its rules. */
export const aliasFields = (): readonly FormField[] => [
  {
    ...{ path: 'alias.text', name: 'text', label: t('form.alias'), hint: t('form.aliasHint'), control: 'line' },
    ...{ maxLength: LIMITS.aliasLength, isRequired: true },
  },
  {
    ...{ path: 'alias.case', name: 'case', label: t('form.case'), control: 'choice' },
    choices: [
      { value: 'ignore', label: t('form.case_ignore') },
      { value: 'exact', label: t('form.case_exact') },
    ],
  },
  { path: 'alias.needs', name: 'words', label: t('form.needs'), hint: t('form.needsHint'), control: 'text' },
  { path: 'alias.not', name: 'not', label: t('form.not'), hint: t('form.notHint'), control: 'text' },
];

const line = (kind: FormKind, name: string, label: string, rest: Partial<FormField> = {}): FormField => ({
  ...{ path: `${kind}.${name}`, name, label, control: 'line' },
  ...rest,
});
