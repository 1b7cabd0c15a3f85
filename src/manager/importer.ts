import type { ConversionProblem } from '../core/converting/conversion-problem.ts';
import { convertSheets, type ConversionInput } from '../core/converting/convert-sheets.ts';
import type { DraftRecord } from '../core/converting/draft-record.ts';
import type { Sheet } from '../core/converting/read-sheet.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { requestImport } from '../messaging/request-import.ts';
import type { Send } from '../messaging/send.ts';
import { putAside } from '../storage/put-aside.ts';
import { explainFailure } from '../ui/explain-failure.ts';
import type { ImportEntry } from '../ui/ImportArea.tsx';
import { endedImport, type ImportState } from '../ui/import-state.ts';
import { prepareFile } from './prepare-file.ts';

/** Spreadsheets that wait for the user to say what their columns are. */
export type WaitingSheets = {
  /** Another for other sheets. */
  readonly number: number;
  readonly sheets: readonly Sheet[];
  readonly sources: readonly DraftRecord[];
  readonly problems: readonly ConversionProblem[];
};

/** Takes in files, texts and addresses, and keeps what became of each. */
export type Importer = {
  entries(): readonly ImportEntry[];
  waiting(): WaitingSheets | null;
  addFiles(files: readonly File[]): Promise<void>;
  addAddress(address: string): Promise<void>;
  paste(): Promise<void>;
  /** Imports an entry that was refused for being older than what is installed. */
  importOlder(entry: number): Promise<void>;
  importSheets(input: ConversionInput): Promise<void>;
  dropSheets(): void;
};

/** `redraw` is called whenever something of what it shows has changed. */
export function createImporter(send: Send, redraw: () => void): Importer {
  let entries: (ImportEntry & { readonly file: File | null })[] = [];
  let waiting: WaitingSheets | null = null;
  let last = 0;

  const show = (number: number, state: ImportState, file: File | null = null): void => {
    const entry = { number, state, file };
    const isKnown = entries.some((known) => known.number === number);
    entries = isKnown ? entries.map((known) => (known.number === number ? entry : known)) : [entry, ...entries];
    redraw();
  };
  const fail = (number: number, file: string, message: string): void => show(number, failed(file, [problem(message)]));

  const importFile = async (file: File, mayBeOlder = false, number = ++last): Promise<void> => {
    show(number, { phase: 'importing', file: file.name });
    const ticket = await putAside({ name: file.name, file, storedAt: Date.now(), mayBeOlder });
    show(number, endedImport(file.name, await requestImport(send, ticket)), file);
  };

  return {
    entries: () => entries,
    waiting: () => waiting,
    async addFiles(files) {
      const prepared = await Promise.all(files.map(prepareFile));
      const sheets = prepared.flatMap((file) => (file.kind === 'sheet' ? [file.sheet] : []));
      const sources = prepared.flatMap((file) => (file.kind === 'sources' ? file.records : []));
      for (const file of prepared) {
        if (file.kind === 'problems') show(++last, failed(file.name, file.problems));
        if (file.kind === 'sources' && sheets.length === 0) fail(++last, file.name, t('import.sourcesAlone'));
      }
      if (sheets.length > 0) waiting = { number: ++last, sheets, sources, problems: [] };
      redraw();
      await Promise.all(prepared.flatMap((file) => (file.kind === 'pack' ? [importFile(file.file)] : [])));
    },
    async addAddress(address) {
      const number = ++last;
      show(number, { phase: 'importing', file: address });
      const answer = await send('page.fetchUpload', { url: address }, FETCH_LIMIT_MS);
      if (!answer.ok) return fail(number, address, answer.error.message);
      const fetched = answer.value;
      if (!fetched.ok) return fail(number, address, explainFailure(fetched.error));
      show(number, endedImport(address, await requestImport(send, fetched)));
    },
    async paste() {
      const text = await navigator.clipboard.readText().catch(() => '');
      const name = t('import.clipboard');
      if (text.trim() === '') return fail(++last, name, t('import.nothingToPaste'));
      const isDocument = !text.trimStart().startsWith('{"format"');
      const prepared = await prepareFile(new File([text], isDocument ? `${name}.json` : name));
      if (prepared.kind === 'problems') show(++last, failed(name, prepared.problems));
      else if (prepared.kind === 'pack') await importFile(new File([prepared.file], name));
      else fail(++last, name, t('import.sourcesAlone'));
    },
    async importOlder(number) {
      const entry = entries.find((known) => known.number === number);
      if (entry?.file) await importFile(entry.file, true, number);
    },
    async importSheets(input) {
      if (waiting === null) return;
      const converted = convertSheets({ ...input, records: waiting.sources });
      if (!converted.ok) {
        waiting = { ...waiting, problems: converted.error };
        redraw();
        return;
      }
      waiting = null;
      const { header, lines } = converted.value;
      await importFile(new File([lines.join('\n')], header.title));
    },
    dropSheets() {
      waiting = null;
      redraw();
    },
  };
}

/** A pack of the largest size over a slow line. */
const FETCH_LIMIT_MS = 25 * 60 * 1000;

const problem = (message: string): PackProblem => ({ code: 'unreadable-file', line: 0, field: '', message });

const failed = (file: string, problems: readonly Pick<PackProblem, 'line' | 'field' | 'message'>[]): ImportState => ({
  phase: 'failed',
  file,
  problems: problems.map(({ line, field, message }) => ({ code: 'invalid-field', line, field, message })),
});
