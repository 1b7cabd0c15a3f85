import type { MappedSheet } from '../core/converting/convert-sheets.ts';
import { t } from '../locales/translate.ts';
import { fieldChoices, isMapped, previewOf } from './wizard-sheets.ts';

const PREVIEWED_ROWS = 5;

/** The first rows of a sheet under the fields that they give; what is still missing, if they give none. */
export function SheetPreview({ sheet }: { readonly sheet: MappedSheet }) {
  if (!isMapped(sheet)) {
    const missing = fieldChoices(sheet).filter(({ isRequired, column }) => isRequired && column === null);
    const fields = missing.map(({ field }) => t(`sheetField.${field}`)).join(' · ');
    return <p class="notice">{t('wizard.missing', { fields })}</p>;
  }
  const rows = previewOf(sheet, PREVIEWED_ROWS);
  if (rows.length === 0) return <p class="quiet">{t('wizard.noRows')}</p>;
  return (
    <div class="sheet-preview" tabIndex={0} role="region" aria-label={t('wizard.preview', { file: sheet.sheet.file })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('wizard.row')}</th>
            {rows[0]?.cells.map(({ field }) => (
              <th key={field} scope="col">
                {t(`sheetField.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{String(line)}</th>
              {cells.map(({ field, text }) => (
                <td key={field} dir="auto">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
