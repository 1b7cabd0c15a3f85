import type { ConversionProblem } from '../core/converting/conversion-problem.ts';
import { convertSheets, type ConversionInput } from '../core/converting/convert-sheets.ts';
import type { DraftRecord } from '../core/converting/draft-record.ts';
import type { Sheet } from '../core/converting/read-sheet.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import { requestImport } from '../messaging/request-import.ts';
import type { Send } from '../messaging/send.ts';
import { putAside, takeBack } from '../storage/put-aside.ts';
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
  /** Whether anything is on its way. */
  isBusy(): boolean;
  waiting(): WaitingSheets | null;
  addFiles(files: readonly File[]): Promise<void>;
  addAddress(address: string): Promise<void>;
  paste(): Promise<void>;
  /** Imports an entry that was refused for something that its user may wave aside. */
  importMeant(entry: number): Promise<void>;
  importSheets(input: ConversionInput): Promise<void>;
  dropSheets(): void;
};

type Entry = ImportEntry & { readonly file: File | null; readonly address: string | undefined };
/** What is known of a file besides itself. */
type Provenance = { readonly address?: string; readonly isMeant?: boolean; readonly number?: number };

/** `redraw` is called whenever something of what it shows has changed. */
export function createImporter(send: Send, redraw: () => void): Importer {
  let entries: Entry[] = [];
  let waiting: WaitingSheets | null = null;
  let last = 0;

  const show = (number: number, state: ImportState, file: File | null = null, address?: string): void => {
    const entry = { number, state, file, address };
    const isKnown = entries.some((known) => known.number === number);
    entries = isKnown ? entries.map((known) => (known.number === number ? entry : known)) : [entry, ...entries];
    redraw();
  };
  const drop = (number: number): void => {
    entries = entries.filter((entry) => entry.number !== number);
  };
  const fail = (number: number, file: string, message: string): void => show(number, failed(file, [problem(message)]));

  const importFile = async (file: File, { address, isMeant = false, number = ++last }: Provenance): Promise<void> => {
    show(number, { phase: 'importing', file: file.name });
    const from = address === undefined ? {} : { address };
    const ticket = await putAside({ name: file.name, file, storedAt: Date.now(), isMeant, ...from });
    show(number, endedImport(file.name, await requestImport(send, ticket)), file, address);
  };
  /** Takes in files of any kind; sheets wait for their user, and are shown apart from the entries. */
  const takeIn = async (files: readonly File[], { address, number }: Provenance = {}): Promise<void> => {
    const numbers = files.map((_, at) => (at === 0 && number !== undefined ? number : ++last));
    // To find out what a file is takes a moment on a busy machine.
    for (const [at, { name }] of files.entries())
      show(numbers[at] ?? 0, { phase: 'importing', file: address ?? name }, null, address);
    const prepared = (await Promise.all(files.map(prepareFile))).map((file, at) => ({
      file,
      number: numbers[at] ?? 0,
    }));
    const sheets = prepared.flatMap(({ file }) => (file.kind === 'sheet' ? [file.sheet] : []));
    const sources = prepared.flatMap(({ file }) => (file.kind === 'sources' ? file.records : []));
    for (const { file, number: own } of prepared) {
      if (file.kind === 'sheet' || file.kind === 'sources') drop(own);
      if (file.kind === 'problems') show(own, failed(file.name, file.problems));
      if (file.kind === 'sources' && sheets.length === 0) fail(own, file.name, t('import.sourcesAlone'));
    }
    if (sheets.length > 0) waiting = { number: ++last, sheets, sources, problems: [] };
    redraw();
    const from = address === undefined ? {} : { address };
    await Promise.all(
      prepared.flatMap(({ file, number: own }) =>
        file.kind === 'pack' ? [importFile(file.file, { ...from, number: own })] : [],
      ),
    );
  };

  return {
    entries: () => entries,
    isBusy: () => entries.some(({ state }) => state.phase === 'importing'),
    waiting: () => waiting,
    addFiles: (files) => takeIn(files),
    async addAddress(address) {
      const number = ++last;
      show(number, { phase: 'importing', file: address });
      const answer = await send('page.fetchUpload', { url: address }, FETCH_LIMIT_MS);
      if (!answer.ok) return fail(number, address, answer.error.message);
      const fetched = answer.value;
      if (!fetched.ok) return fail(number, address, explainFailure(fetched.error));
      const upload = await takeBack(fetched.value);
      if (upload === null) return fail(number, address, t('import.fetchedGone'));
      await takeIn([new File([upload.file], upload.name)], { address, number });
    },
    async paste() {
      const text = await navigator.clipboard.readText().catch(() => '');
      const name = t('import.clipboard');
      if (text.trim() === '') return fail(++last, name, t('import.nothingToPaste'));
      await takeIn([new File([text], name)]);
    },
    async importMeant(number) {
      const entry = entries.find((known) => known.number === number);
      if (!entry?.file) return;
      const from = entry.address === undefined ? {} : { address: entry.address };
      await importFile(entry.file, { ...from, isMeant: true, number });
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
      await importFile(new File([lines.join('\n')], header.title), {});
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
