import { saveFile } from '../citing/save-file.ts';
import type { BriefFormat } from '../core/brief/format-brief.ts';

const FILES: Readonly<Record<BriefFormat, { readonly extension: string; readonly type: string }>> = {
  markdown: { extension: 'md', type: 'text/markdown' },
  csv: { extension: 'csv', type: 'text/csv' },
  json: { extension: 'json', type: 'application/json' },
};
const MAX_NAME_LENGTH = 60;

/** Lets the user save a text as a file named after the page. */
export function saveText(text: string, title: string, format: BriefFormat): void {
  const { extension, type } = FILES[format];
  const name = title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, MAX_NAME_LENGTH) || 'brief';
  saveFile(text, `${name}.${extension}`, type);
}
