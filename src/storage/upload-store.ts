import type { Database, UploadRow } from './database.ts';

/** Puts a chosen file aside for the background to import; returns its ticket. */
export const putUpload = (database: Database, upload: UploadRow): Promise<number> => database.add('uploads', upload);

export const readUpload = (database: Database, ticket: number): Promise<UploadRow | undefined> =>
  database.get('uploads', ticket);

export const removeUpload = (database: Database, ticket: number): Promise<void> => database.delete('uploads', ticket);
