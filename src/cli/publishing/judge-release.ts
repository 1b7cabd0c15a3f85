import type { Manifest } from '../../core/updates/manifest.ts';
import { judgeManifest } from '../../core/updates/judge-manifest.ts';
import { openManifest } from '../../signing/signed-manifest.ts';
import type { FileProblem } from '../file-problem.ts';
import { problemOf } from './describe-failure.ts';

/**
 * What subscribers would have against a manifest, by the rules that Sidelight itself follows: those who have the manifest before
 * it, and those who come new.
 */
export async function judgeRelease(
  file: string,
  text: string,
  before: Manifest | null,
): Promise<readonly FileProblem[]> {
  if (before !== null) {
    const { pack, channel, keys, threshold, version, file: pinned } = before;
    const known = { pack, channel, keys, threshold, highestVersion: version, highestSha256: pinned.sha256 };
    const opened = await openManifest(text, keys);
    const judged = opened.ok ? judgeManifest(opened.value.manifest, opened.value, known) : opened;
    if (!judged.ok) return [explain(file, 'Present subscribers would refuse this', problemOf(file, judged.error))];
  }
  const first = await openManifest(text, []);
  return first.ok ? [] : [explain(file, 'New subscribers would refuse this', problemOf(file, first.error))];
}

const explain = (file: string, who: string, problem: FileProblem): FileProblem => ({
  ...problem,
  file,
  message: `${who}. ${problem.message}${REMEDIES[problem.code] ?? ''}`,
});

const REMEDIES: Readonly<Record<string, string>> = {
  unsigned: ' Sign with --key.',
  'unknown-key': ' Sign with a key that the manifest in the folder allows as well (--key).',
  'bad-signature':
    ' As many of the keys must sign as the threshold says, of the present ones and of the next ones (--key).',
};
