import { useState } from 'preact/hooks';
import type { ConversionProblem } from '../core/converting/conversion-problem.ts';
import type { ConversionInput } from '../core/converting/convert-sheets.ts';
import type { Sheet } from '../core/converting/read-sheet.ts';
import { t } from '../locales/translate.ts';
import { ConversionProblems } from './ConversionProblems.tsx';
import { SheetMapping } from './SheetMapping.tsx';
import { headerDraft, isHeaderFilled, type InstalledVersions, type WizardHeader } from './wizard-header.ts';
import { guessSheet, isMapped } from './wizard-sheets.ts';
import { WizardHeaderFields } from './WizardHeaderFields.tsx';

export type CsvWizardProps = {
  /** The sheets that were chosen, read with `readSheet`. Give the wizard another `key` for other sheets. */
  readonly sheets: readonly Sheet[];
  /** The version of each installed pack, by id: a pack of the same id becomes the next one. */
  readonly installed: InstalledVersions;
  /** The day of publication, `2026-11-23`. */
  readonly today: string;
  readonly isConverting: boolean;
  /** Of the last conversion, or of files that could not be read. */
  readonly problems: readonly ConversionProblem[];
  /** Asks for the pack to be made (`convertSheets`) and imported. */
  readonly onImport: (input: ConversionInput) => void;
  readonly onCancel: () => void;
};

/** Leads from spreadsheets to a pack: what each sheet holds, its columns, a preview, the pack's header, and what is wrong. */
export function CsvWizard({ sheets, installed, today, isConverting, problems, onImport, onCancel }: CsvWizardProps) {
  const [chosen, setChosen] = useState(() => sheets.map(guessSheet));
  const [header, setHeader] = useState<WizardHeader>(() => ({
    title: t('wizard.packName'),
    id: null,
    publisher: t('wizard.me'),
    license: t('wizard.private'),
    language: t('language.tag'),
  }));
  const mapped = chosen.flatMap((sheet) => (sheet.kind === null ? [] : [sheet]));
  const isReady = mapped.length > 0 && mapped.every(isMapped) && isHeaderFilled(header);
  return (
    <form
      class="csv-wizard"
      onSubmit={(event) => {
        event.preventDefault();
        const draft = headerDraft(header, installed, today, t('wizard.pack'));
        if (isReady && !isConverting) onImport({ header: draft, sheets: mapped });
      }}
    >
      <p>{t('wizard.intro')}</p>
      {chosen.map((sheet, position) => (
        <SheetMapping
          key={position}
          sheet={sheet}
          onChange={(changed) => setChosen(chosen.map((other, index) => (index === position ? changed : other)))}
        />
      ))}
      <WizardHeaderFields header={header} installed={installed} onChange={setHeader} />
      <div role="status" aria-live="polite">
        {isConverting && <p class="notice">{t('wizard.converting')}</p>}
        {!isConverting && problems.length > 0 && (
          <>
            <p class="notice" data-tone="bad">
              {t('wizard.failed', { problems: t('count.problems', problems.length) })}
            </p>
            <ConversionProblems problems={problems} />
          </>
        )}
      </div>
      <div class="wizard-actions">
        <button type="submit" class="button" disabled={!isReady || isConverting}>
          {t('wizard.import')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('wizard.cancel')}
        </button>
      </div>
    </form>
  );
}
