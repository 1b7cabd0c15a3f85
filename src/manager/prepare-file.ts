import { convertCsl } from '../core/converting/convert-csl.ts';
import { convertJsonDocument } from '../core/converting/convert-json-document.ts';
import { ProblemLog, type ConversionProblem } from '../core/converting/conversion-problem.ts';
import type { DraftRecord } from '../core/converting/draft-record.ts';
import { readSheet, type Sheet } from '../core/converting/read-sheet.ts';
import { LIMITS } from '../core/model/limits.ts';

/** What a chosen file is, and what has to be done with it. */
export type PreparedFile =
  /** A pack or a patch as the background reads it. */
  | { readonly kind: 'pack'; readonly file: File }
  | { readonly kind: 'sheet'; readonly sheet: Sheet }
  /** Sources in CSL-JSON: they go with sheets. */
  | { readonly kind: 'sources'; readonly name: string; readonly records: readonly DraftRecord[] }
  | { readonly kind: 'problems'; readonly name: string; readonly problems: readonly ConversionProblem[] };

/** Looks at a file and converts what is no pack yet. */
export async function prepareFile(file: File): Promise<PreparedFile> {
  const { name } = file;
  const problems = (found: readonly ConversionProblem[]): PreparedFile => ({ kind: 'problems', name, problems: found });
  const form = formByName(name) ?? formByContent(await file.slice(0, HEAD_BYTES).text());
  if (form === 'pack') return { kind: 'pack', file };
  if (file.size > LIMITS.downloadBytes) return problems([tooLarge(name)]);
  const text = await readText(file);
  if (text === null) return problems([notUtf8(name)]);
  if (form === 'sheet') {
    const sheet = readSheet(name, text);
    return sheet.ok ? { kind: 'sheet', sheet: sheet.value } : problems(sheet.error);
  }
  if (/^\s*\[/.test(text)) {
    const log = new ProblemLog();
    const records = convertCsl(name, text, log);
    return log.problems.length > 0 ? problems(log.problems) : { kind: 'sources', name, records };
  }
  // A pack may be called .json and still be one record a line: then its first line is a document of its own.
  if (isJson(text.split('\n', 1)[0] ?? '') && text.trim().includes('\n')) return { kind: 'pack', file };
  const converted = convertJsonDocument(name, text);
  if (!converted.ok) return problems(converted.error);
  return { kind: 'pack', file: new File([converted.value.lines.join('\n')], name) };
}

type FileForm = 'pack' | 'sheet' | 'document';

/** What is looked at of a file whose name says nothing, as of what was pasted or came from an address. */
const HEAD_BYTES = 4096;

function formByName(name: string): FileForm | null {
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return 'sheet';
  if (/\.json$/i.test(name)) return 'document';
  return /\.(?:jsonl|factpack|factpatch|gz)$/i.test(name) ? 'pack' : null;
}

/** A document in braces, a sheet with columns, or else what the reader of packs is to judge. */
function formByContent(head: string): FileForm {
  if (/^\uFEFF?\s*[[{]/.test(head)) return 'document';
  const [firstLine = ''] = head.split('\n', 1);
  return /[,;\t]/.test(firstLine) && !/[<\0\uFFFD]/.test(firstLine) ? 'sheet' : 'pack';
}

async function readText(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const tooLarge = (file: string): ConversionProblem => ({
  ...{ code: 'too-large', file, line: 0, field: '' },
  message: `The file is larger than ${LIMITS.downloadBytes / 1024 / 1024} MB. Make it a pack of one record a line.`,
});

const notUtf8 = (file: string): ConversionProblem => ({
  ...{ code: 'wrong-encoding', file, line: 0, field: '' },
  message: 'The file is not UTF-8 text. Save it as UTF-8 and choose it again.',
});
