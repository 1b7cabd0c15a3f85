import { sha256 } from '@noble/hashes/sha2.js';
import { createBackupReader } from '../core/backup/backup-reader.ts';
import type { BackupState } from '../core/backup/backup-state.ts';
import type { PackPlace } from '../core/backup/backup-format.ts';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackHeader } from '../core/model/fact-pack.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { Database } from '../storage/database.ts';
import { storeLostRows } from '../storage/import-pack.ts';
import type { RestoredPack } from '../storage/restore-packs.ts';
import { isComplete, stageRecords, type Staging } from '../storage/stage-records.ts';

export type StagedBackup = { readonly state: BackupState; readonly packs: readonly RestoredPack[] };

type OpenPack = { readonly place: PackPlace; readonly header: PackHeader; readonly staging: Staging };

/**
 * Reads a backup and stages its packs: rows that nothing reads until {@link RestoredPack} are put in use. Every problem is
 * returned if the file is not sound and whole; what was staged then goes with the next clean-up.
 *
 * @throws whatever the store throws.
 */
export async function stageBackup(
  database: Database,
  lines: AsyncIterable<string>,
  now: number,
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<Result<StagedBackup, readonly PackProblem[]>> {
  const reader = createBackupReader();
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const packs: RestoredPack[] = [];
  let open: OpenPack | null = null;
  let hasLostRows = false;

  const close = async (): Promise<void> => {
    if (open === null) return;
    const { place, header, staging } = open;
    open = null;
    const staged = await staging.finish();
    if (!(await isComplete(database, staging.generation, staged))) hasLostRows = true;
    const { entities, facts, sources, conflicts, aliases } = staged;
    const counts = { entities, facts, sources, conflicts, aliases };
    const { importedAt, origin } = place;
    packs.push({ place, version: { header, layers: [staging.generation], counts, importedAt, origin } });
  };

  try {
    for await (const line of lines) {
      const step = reader.push(line);
      if (!reader.hasEnded()) hash.update(encoder.encode(`${line}\n`));
      if (step === null) continue;
      if (step.type === 'record') await open?.staging.add(step.record);
      else {
        await close();
        const staging = await stageRecords(database, { pack: step.header.id, now, findOrdinaryWords });
        open = { place: step.place, header: step.header, staging };
      }
    }
    await close();
  } finally {
    await open?.staging.settled();
  }
  const finished = reader.finish(hash.digest().toHex());
  if (!finished.ok) return finished;
  return hasLostRows ? err([storeLostRows()]) : ok({ state: finished.value, packs });
}
