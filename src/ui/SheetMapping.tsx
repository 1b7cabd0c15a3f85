import { SHEET_KINDS, type SheetKind } from '../core/converting/sheet-fields.ts';
import { t } from '../locales/translate.ts';
import { Choice } from './Choice.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import { fieldChoices, withColumn, withKind, type WizardSheet } from './wizard-sheets.ts';

type Props = { readonly sheet: WizardSheet; readonly onChange: (sheet: WizardSheet) => void };

/** What a sheet holds, which column gives which field, and how its first rows are understood. */
export function SheetMapping({ sheet: chosen, onChange }: Props) {
  const { sheet } = chosen;
  const columns = sheet.heading.map(
    (heading, column) => [String(column), heading || t('wizard.column', { number: String(column + 1) })] as const,
  );
  return (
    <section class="sheet" aria-label={sheet.file}>
      <h3 dir="auto">{sheet.file}</h3>
      <Choice<SheetKind | ''>
        label={t('wizard.holds')}
        value={chosen.kind ?? ''}
        options={[...SHEET_KINDS.map((kind) => [kind, t(`wizard.kind_${kind}`)] as const), ['', t('wizard.leaveOut')]]}
        onChange={(kind) => onChange(withKind(sheet, kind === '' ? null : kind))}
      />
      {chosen.kind !== null && (
        <>
          <fieldset class="sheet-columns">
            <legend>{t('wizard.columns')}</legend>
            {fieldChoices(chosen).map(({ field, column, isRequired }) => (
              <Choice
                key={field}
                label={isRequired ? t('wizard.needed', { field: t(`sheetField.${field}`) }) : t(`sheetField.${field}`)}
                value={column === null ? '' : String(column)}
                options={[['', t('wizard.noColumn')], ...columns]}
                onChange={(value) => onChange(withColumn(chosen, field, value === '' ? null : Number(value)))}
              />
            ))}
          </fieldset>
          <SheetPreview sheet={chosen} />
        </>
      )}
    </section>
  );
}
