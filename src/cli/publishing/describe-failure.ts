import type { UpdateFailure, UpdateFailureCode } from '../../core/updates/update-failure.ts';
import type { FileProblem } from '../file-problem.ts';

/** What a publisher is told of the failures that a publication can have; the extension has its own words for readers. */
const SENTENCES: Partial<Record<UpdateFailureCode, string>> = {
  'not-a-manifest': 'This is no manifest of a pack',
  'newer-format': 'The manifest is of a newer format than this program reads',
  'not-utf8': 'The file is not UTF-8 text',
  'too-large': 'The file is larger than subscribers accept',
  'web-page': 'This is a web page',
  empty: 'The file is empty',
  'wrong-size': 'The file has another size than the manifest says',
  'wrong-hash': 'The file is not the one that the manifest names: its SHA-256 differs',
  'wrong-pack': 'It is of another pack',
  'wrong-channel': 'It is of another channel',
  unsigned: 'It is not signed',
  'bad-signature': 'Too few good signatures of the keys that count; it was changed, or signed with too few keys',
  'unknown-key': 'It is signed with none of the keys that count',
  'rolled-back': 'The version is lower than one that is published',
  'too-far-ahead': 'The version makes too great a leap from the one that is published',
  'changed-in-place': 'The version is published already with other content; raise it',
};

/** A failure that a subscriber would have, as a problem of a file. */
export function problemOf(file: string, { code, detail }: Pick<UpdateFailure, 'code' | 'detail'>): FileProblem {
  const sentence = SENTENCES[code] ?? `Subscribers would refuse it (${code})`;
  return { code, file, line: 0, field: '', message: detail === '' ? `${sentence}.` : `${sentence} (${detail}).` };
}
