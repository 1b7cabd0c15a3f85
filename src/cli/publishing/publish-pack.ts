import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactPack } from '../../core/model/fact-pack.ts';
import { formatPack, recordsOf } from '../../core/packs/apply-patch.ts';
import { parseManifest, type Manifest } from '../../core/updates/manifest.ts';
import { signManifest } from '../../signing/signed-manifest.ts';
import { UnsoundFileError, type FileProblem } from '../file-problem.ts';
import { loadPack } from '../load-packs.ts';
import { judgeRelease } from './judge-release.ts';
import { makeManifest, type ReleaseNotes } from './make-manifest.ts';
import { makePatches } from './make-patches.ts';
import {
  hashOf,
  holdsText,
  manifestFileName,
  packFile,
  packFileName,
  replaceFile,
  type PublishedFile,
} from './published-file.ts';
import { namesOfOthers, readChannels, type PublishedChannels } from './published-channels.ts';

type Request = {
  readonly packFile: string;
  readonly folder: string;
  /** Files of earlier versions, for patches; none for the version that the folder publishes now. */
  readonly previous: readonly string[];
  /** Whether the version that is published is to be announced anew. */
  readonly isRenewal: boolean;
};

export type Publication = {
  readonly manifestFile: string;
  readonly manifest: Manifest;
  readonly signers: readonly string[];
};

/**
 * Writes a release into a folder: files first, manifest last, so that the folder can be served meanwhile.
 *
 * @throws UnsoundFileError, with nothing written, for a release that subscribers would refuse; WrongUseError.
 */
export async function publishPack(request: Request, release: ReleaseNotes): Promise<Publication> {
  const { folder, isRenewal } = request;
  const pack = loadPack(request.packFile);
  const { id, version } = pack.header;
  const manifestFile = join(folder, manifestFileName(id, release.channel));
  const published = await readChannels(folder, id);
  const before = published[release.channel] ?? null;
  const objection = judgeVersion(version, before?.version ?? 0, isRenewal);
  if (objection !== null) throw new UnsoundFileError([{ ...objection, file: request.packFile }]);

  const file = asPublished(folder, packFile(packFileName(id, version), textOf(pack)), published);
  const previous = request.previous.length > 0 || isRenewal ? request.previous : presentFile(folder, before);
  const patches = makePatches(pack, file.bytes, previous).map((patch) => asPublished(folder, patch, published));
  const kept = isRenewal
    ? (before?.patches ?? []).filter(({ from }) => !patches.some((patch) => patch.from === from))
    : [];
  const files = {
    file: describe(file),
    patches: [...patches.map((patch) => ({ from: patch.from, ...describe(patch) })), ...kept],
  };
  const text = makeManifest(
    pack.header,
    { ...files, channels: namesOfOthers(id, release.channel, published) },
    release,
    before,
  );
  const signed = release.keys.length === 0 ? text : await signManifest(text, release.keys);
  const problems = await judgeRelease(manifestFile, signed, before);
  if (problems.length > 0) throw new UnsoundFileError(problems);

  mkdirSync(folder, { recursive: true });
  for (const { path, content } of [file, ...patches]) replaceFile(join(folder, path), content);
  replaceFile(manifestFile, signed);
  const manifest = parseManifest(text);
  if (!manifest.ok) throw new Error('the manifest was checked when it was made');
  return { manifestFile, manifest: manifest.value, signers: release.keys.map(({ publicKey }) => publicKey) };
}

const textOf = (pack: FactPack): string => formatPack(pack.header, recordsOf(pack));

const describe = ({ path, bytes, sha256 }: PublishedFile) => ({ path, bytes, sha256 });

function judgeVersion(version: number, published: number, isRenewal: boolean): Omit<FileProblem, 'file'> | null {
  const problem = (code: string, message: string) => ({ code, line: 1, field: 'version', message });
  if (isRenewal && version !== published)
    return problem('not-published', `--renew is for the version that is published, ${published}; this is ${version}.`);
  if (isRenewal || version > published) return null;
  return problem(
    'rolled-back',
    `Version ${published} is published already, and this is version ${version}. Raise the version${
      version === published ? ', or announce the same pack anew (keys, expiry, mirrors) with --renew' : ''
    }.`,
  );
}

/** The pack that the manifest of the folder names, if it is still the one that was published. */
function presentFile(folder: string, before: Manifest | null): readonly string[] {
  if (before === null || before.file.path.includes('/')) return [];
  const file = join(folder, before.file.path);
  return existsSync(file) && hashOf(readFileSync(file)) === before.file.sha256 ? [file] : [];
}

/**
 * The file as it is in the folder already, if it holds the same.
 *
 * @throws UnsoundFileError if a manifest of the folder names one that holds something else: its subscribers would be cut off.
 */
function asPublished<F extends PublishedFile>(folder: string, file: F, published: PublishedChannels): F {
  const target = join(folder, file.path);
  const isThere = holdsText(folder, file);
  const content = isThere ? readFileSync(target) : file.content;
  const own = { ...file, content, bytes: content.length, sha256: hashOf(content) };
  for (const manifest of Object.values(published)) {
    const named = [manifest.file, ...manifest.patches].find(({ path }) => path === file.path);
    if (named === undefined || named.sha256 === own.sha256) continue;
    const message = `The ${manifest.channel} channel has published something else under this name. Raise the version.`;
    throw new UnsoundFileError([{ code: 'changed-in-place', file: target, line: 0, field: '', message }]);
  }
  return own;
}
