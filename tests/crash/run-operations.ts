import type { Page } from 'puppeteer-core';
import { splitLines } from '../../src/core/packs/split-lines.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { removePack, rollBack, setPackEnabled } from '../../src/storage/pack-versions.ts';
import { sweepGenerations } from '../../src/storage/sweep-generations.ts';
import { importPatchLines } from '../../src/updating/import-patch-lines.ts';
import { ask } from './ask-page.ts';

/** Something that changes which facts are in use. */
export type Operation =
  | { readonly kind: 'import' | 'patch'; readonly name: string; readonly text: string }
  | { readonly kind: 'roll back'; readonly pack: string; readonly place: number }
  | { readonly kind: 'enable'; readonly pack: string; readonly enabled: boolean }
  | { readonly kind: 'remove'; readonly pack: string };

/** How far an operation is known to have come; a browser that is killed leaves it there. */
export type Progress = {
  /** Whether the file lies in the store: from then on the import must come to its end, whatever happens. */
  isStored: boolean;
  isAcknowledged: boolean;
};

/** Does it in the browser, by messages from a page of the extension. Rejects if it was refused, or the page is gone. */
export async function operate(page: Page, operation: Operation, progress: Progress): Promise<void> {
  const answer = await request(page, operation, progress);
  if (!answer.ok) throw new Error(`${operation.kind} was refused: ${JSON.stringify(answer.error)}`);
  progress.isAcknowledged = true;
}

async function request(page: Page, operation: Operation, progress: Progress) {
  switch (operation.kind) {
    case 'import':
    case 'patch': {
      const { name, text } = operation;
      const ticket = await ask(page, 'putAside', { name, text });
      progress.isStored = true;
      return ask(page, 'importUpload', { ticket });
    }
    case 'roll back':
      return ask(page, 'rollBack', operation);
    case 'enable':
      return ask(page, 'setEnabled', operation);
    case 'remove':
      return ask(page, 'removePack', operation);
  }
}

export const openModel = (name: string): Promise<Database> => openDatabase(() => {}, name);

/** Does the same, undisturbed, in a store of Node's. */
export async function applyToModel(model: Database, operation: Operation): Promise<void> {
  switch (operation.kind) {
    case 'import':
    case 'patch': {
      const lines = splitLines(new Blob([operation.text]).stream().pipeThrough(new TextDecoderStream()));
      const options = { now: 1, origin: FROM_FILE };
      const imported = await (operation.kind === 'import'
        ? importPack(model, lines, options)
        : importPatchLines(model, lines, { ...options, isApplied: true }));
      if (!imported.ok) throw new Error(`the model refused: ${JSON.stringify(imported.error)}`);
      return;
    }
    case 'roll back': {
      const row = (await listPacks(model)).find(({ id }) => id === operation.pack);
      await rollBack(model, operation.pack, row?.kept[operation.place]?.layers[0] ?? 0);
      return;
    }
    case 'enable':
      await setPackEnabled(model, operation.pack, operation.enabled);
      return;
    case 'remove':
      await removePack(model, operation.pack);
      await sweepGenerations(model);
  }
}
