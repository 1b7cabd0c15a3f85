import type { FactPack } from '../../core/model/fact-pack.ts';
import { parseFactPack } from '../../core/packs/parse-fact-pack.ts';
import type { Manifest } from '../../core/updates/manifest.ts';
import type { VerifiedManifest } from '../../signing/signed-manifest.ts';
import { UnsoundFileError, type FileProblem } from '../file-problem.ts';
import { checkPatch } from './check-patch.ts';
import { problemOf } from './describe-failure.ts';
import { findEarlierPacks } from './find-earlier-packs.ts';
import { readManifest } from './read-manifest.ts';
import { readNamedFile } from './read-named-file.ts';

/** What was found out about a publication. */
export type CheckedPublication = {
  /** Null for what is no manifest, or is not signed as it should be. */
  readonly opened: VerifiedManifest | null;
  readonly problems: readonly FileProblem[];
  /** What is no fault and worth knowing. */
  readonly remarks: readonly string[];
};

/**
 * Checks all that subscribers fetch, by the rules of the extension.
 *
 * @param keys those that the subscriber knows; none to believe the manifest about its own keys.
 * @param previous files of earlier versions, beside those in the folder, to try the patches on.
 * @param now milliseconds since the epoch.
 */
export async function checkPublication(
  file: string,
  keys: readonly string[],
  previous: readonly string[],
  now: number,
): Promise<CheckedPublication> {
  const opened = await readManifest(file, keys);
  if (!opened.ok) return { opened: null, problems: [problemOf(file, opened.error)], remarks: [] };
  const { manifest, isSigned } = opened.value;
  const problems: FileProblem[] = [];
  if (keys.length > 0 && !isSigned) problems.push(problemOf(file, { code: 'unsigned', detail: '' }));
  const newcomer = await readManifest(file);
  if (!newcomer.ok) {
    const problem = problemOf(file, newcomer.error);
    problems.push({ ...problem, message: `New subscribers would refuse this. ${problem.message}` });
  }
  const remarks = remarksOn(opened.value, keys, now);
  const pack = attempt(problems, () => checkPack(file, manifest));
  if (pack === null) return { opened: opened.value, problems, remarks };
  const earlier = findEarlierPacks(file, manifest, previous);
  for (const patch of manifest.patches) {
    const base = earlier.get(patch.from);
    if (base === undefined)
      remarks.push(
        `version ${patch.from} is not at hand (--previous), so the patch from it could be checked only in part.`,
      );
    attempt(problems, () => checkPatch(readNamedFile(file, patch), patch.from, base ?? null, pack));
  }
  return { opened: opened.value, problems, remarks };
}

function checkPack(manifestFile: string, manifest: Manifest): FactPack {
  const { file, text } = readNamedFile(manifestFile, manifest.file);
  const parsed = parseFactPack(text);
  if (!parsed.ok) throw new UnsoundFileError(parsed.error.map((problem) => ({ ...problem, file })));
  const { id, version } = parsed.value.header;
  if (id !== manifest.pack) throw new UnsoundFileError([problemOf(file, { code: 'wrong-pack', detail: id })]);
  if (version === manifest.version) return parsed.value;
  const message = `The manifest announces version ${manifest.version}, and this is version ${version}.`;
  throw new UnsoundFileError([{ code: 'wrong-version', file, line: 1, field: 'version', message }]);
}

function remarksOn({ manifest, isSigned, signers }: VerifiedManifest, keys: readonly string[], now: number): string[] {
  const remarks: string[] = [];
  if (!isSigned && keys.length === 0)
    remarks.push('it is not signed: whoever controls the address controls what it says.');
  if (signers.length > 0 && keys.length === 0)
    remarks.push('the keys are those it names itself; compare the fingerprint, or name the key that you know (--key).');
  if (manifest.expires !== undefined && Date.parse(manifest.expires) < now)
    remarks.push(`it expired on ${manifest.expires}; announce the pack anew with "pack sign --renew".`);
  if (manifest.mirrors.length > 0) remarks.push('its mirrors were not asked.');
  return remarks;
}

function attempt<T>(problems: FileProblem[], check: () => T): T | null {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof UnsoundFileError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
