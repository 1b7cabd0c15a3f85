import { compareWords } from '../core/packs/compare-words.ts';
import type { FieldChange } from '../core/packs/field-changes.ts';
import { t } from '../locales/translate.ts';

/** The fields of a record that changed, each as it was and as it is. */
export function FieldChanges({ fields }: { readonly fields: readonly FieldChange[] }) {
  if (fields.length === 0) return null;
  return (
    <dl class="field-changes">
      {fields.map(({ field, before, after }) => (
        <div key={field} data-changed-field={field}>
          <dt>{nameField(field)}</dt>
          <dd dir="auto">
            <ComparedWords before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A text word by word, as it was and as it is. */
export function ComparedWords({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {compareWords(before, after).map(({ text, change }, position) =>
        change === 'same' ? (
          text
        ) : change === 'added' ? (
          // Old and new would run into one word for those who see no colour.
          <>
            {' '}
            <ins key={position}>{text}</ins>
          </>
        ) : (
          <del key={position}>{text}</del>
        ),
      )}
    </>
  );
}

/** As the forms call it; what they do not have, as the format does. */
function nameField(field: string): string {
  switch (field) {
    case 'name':
      return t('form.name');
    case 'type':
      return t('form.type');
    case 'description':
      return t('form.description');
    case 'aliases':
      return t('form.aliases');
    case 'kind':
      return t('form.kind');
    case 'value':
      return t('form.number');
    case 'certainty':
      return t('form.certainty');
    case 'quality':
      return t('form.quality');
    case 'asOf':
      return t('form.asOf');
    case 'note':
      return t('form.remark');
    case 'references':
      return t('review.sources');
    case 'title':
      return t('form.sourceTitle');
    case 'URL':
      return t('form.address');
    case 'issued':
      return t('form.issued');
    default:
      return field;
  }
}
