import type { PackHeader } from '../model/fact-pack.ts';
import type { PackOrigin } from './pack-origin.ts';
import type { PackProblem } from './pack-problem.ts';

/** What a file would replace. */
export type Replaced = {
  readonly version: number;
  readonly origin: PackOrigin;
  /** Whether updates of it come from an address by themselves. */
  readonly isSubscribed: boolean;
};

/**
 * What speaks against putting a pack from a file into the place of the one with the same id; null if nothing does. Whoever
 * chose the file may mean it all the same, but is told first: an id can be written into any file, and nobody goes back to an
 * older version by accident.
 */
export function judgeReplacement({ id, version }: PackHeader, present: Replaced | undefined): PackProblem | null {
  if (present === undefined) return null;
  if (present.isSubscribed || present.origin.signer !== null) return otherPublisher(id, present);
  return version >= present.version ? null : olderVersion(id, version, present.version);
}

const olderVersion = (id: string, version: number, present: number): PackProblem => ({
  code: 'older-version',
  line: 1,
  field: 'version',
  message: `This is version ${version} of "${id}", and version ${present} is installed. Choose the newer file, or say that the older one is meant.`,
});

function otherPublisher(id: string, { origin, isSubscribed }: Replaced): PackProblem {
  const from = origin.url === null ? '' : ` from ${origin.url}`;
  const kind = origin.signer === null ? 'comes' : 'comes signed';
  const end = isSubscribed ? ' If you use it all the same, the subscription ends.' : '';
  return {
    code: 'other-publisher',
    line: 1,
    field: 'id',
    message: `This file calls itself "${id}", and the installed pack of that name ${kind}${from}. A file cannot show that it is by the same publisher.${end}`,
  };
}
