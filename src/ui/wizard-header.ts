import { makeId } from '../core/converting/make-id.ts';
import type { HeaderDraft } from '../core/converting/assemble-pack.ts';

/** The header of a new pack as the form holds it. */
export type WizardHeader = {
  readonly title: string;
  /** Made of the title until it is written by hand. */
  readonly id: string | null;
  readonly publisher: string;
  readonly license: string;
  readonly language: string;
};

/** The names of packs that are installed, with their versions. */
export type InstalledVersions = Readonly<Partial<Record<string, number>>>;

/** The id that the pack will have; empty while it has neither id nor title. */
export const packId = ({ id, title }: WizardHeader): string =>
  id ?? (title.trim() === '' ? '' : makeId(title.trim(), 'source').replace(/^source-/, 'pack-'));

/** One more than the version that is installed. */
export const packVersion = (header: WizardHeader, installed: InstalledVersions): number => {
  const id = packId(header);
  return ((Object.hasOwn(installed, id) ? installed[id] : undefined) ?? 0) + 1;
};

/** The header as the conversion wants it. */
export const headerDraft = (
  header: WizardHeader,
  installed: InstalledVersions,
  today: string,
  file: string,
): HeaderDraft => ({
  file,
  fields: {
    id: packId(header),
    version: packVersion(header, installed),
    title: header.title.trim(),
    publisher: { name: header.publisher.trim() },
    published: today,
    license: header.license.trim(),
    language: header.language.trim(),
  },
});

/** Whether every field says something. */
export const isHeaderFilled = (header: WizardHeader): boolean =>
  [header.title, packId(header), header.publisher, header.license, header.language].every((text) => text.trim() !== '');
