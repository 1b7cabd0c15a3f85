import type { AliasIndex } from '../core/matching/alias-index.ts';
import { findCandidates, type Candidate } from '../core/matching/find-candidates.ts';
import type { KeyMatch } from '../core/matching/match-page-keys.ts';
import { createPageKeysCollector, type PageKeys } from '../core/matching/page-keys.ts';
import { partCandidates } from '../core/matching/spot-candidates.ts';
import type { Finding, FlowRun } from '../messaging/page-reader.ts';

/** Finds the candidates in runs: at once, or some time after several have been handed in. */
export type Spotter = {
  /** Takes a run; returns what has been found so far, or a promise if it is time to wait for it. */
  push(run: FlowRun): readonly Finding[] | Promise<readonly Finding[]>;
  /** What is still to be found in the runs pushed. */
  finish(): readonly Finding[] | Promise<readonly Finding[]>;
  /** Forgets the runs pushed since: they will be read again. */
  clear(): void;
  /** From now on finds the names of this small index as well. */
  lookFor(names: AliasIndex): void;
};

const NOTHING: readonly Finding[] = [];

/** Spots with the whole index in the tab. */
export function createLocalSpotter(index: AliasIndex): Spotter {
  let wanted: AliasIndex | null = null;
  return {
    push: (run) => findingsOf(run, addCandidates(findCandidates(index, run.text), wanted, run.text)),
    finish: () => NOTHING,
    clear() {},
    lookFor(names) {
      wanted = names;
    },
  };
}

/** The candidates found, and those of the index that stand elsewhere. */
function addCandidates(found: readonly Candidate[], index: AliasIndex | null, text: string): readonly Candidate[] {
  if (index === null) return found;
  const places = new Set(found.map(({ start, end }) => `${start} ${end}`));
  const more = findCandidates(index, text).filter(({ start, end }) => !places.has(`${start} ${end}`));
  return more.length === 0 ? found : [...found, ...more];
}

/** What was found in one run, if anything; of a run with mere words no text is kept. */
function findingsOf(run: FlowRun, found: readonly Candidate[]): readonly Finding[] {
  if (found.length === 0) return NOTHING;
  const { candidates, lowered } = partCandidates(run.text, found);
  const kept = candidates.length > 0 ? run : { container: run.container, text: '', pieces: [] };
  return [{ run: kept, candidates, lowered }];
}

/** Has page keys matched elsewhere; an empty list if that failed. */
export type MatchKeys = (keys: PageKeys) => Promise<readonly KeyMatch[]>;

/** Spots with an index that is too large for a tab: sends the keys of what it reads to where the index is. */
export function createRemoteSpotter(match: MatchKeys): Spotter {
  const collector = createPageKeysCollector();
  let runs: FlowRun[] = [];
  let wanted: AliasIndex | null = null;
  const clear = (): void => {
    collector.clear();
    runs = [];
  };

  const send = async (): Promise<readonly Finding[]> => {
    const asked = runs;
    const located = (await match(collector.keys())).map((found) => ({ ...found, ...collector.locate(found) }));
    clear();
    const byText = Map.groupBy(located, ({ text }) => text);
    return asked.flatMap((run, text) => {
      const found = (byText.get(text) ?? []).map(toCandidate);
      return findingsOf(run, addCandidates(found, wanted, run.text));
    });
  };
  /** A run longer than a message goes in parts that overlap. */
  const sendLong = async (run: FlowRun, from: number): Promise<readonly Finding[]> => {
    const findings = [...(await send())];
    for (let offset = from; offset < run.text.length;) {
      runs.push(run);
      offset = collector.add(run.text, offset);
      findings.push(...(await send()));
    }
    const isOwn = (finding: Finding): boolean => finding.run.container === run.container;
    const own = findings.filter((finding) => finding.run === run).flatMap((finding) => finding.candidates);
    const lowered = [...new Set(findings.filter(isOwn).flatMap((finding) => finding.lowered))];
    const others = findings.filter((finding) => !isOwn(finding));
    return own.length === 0 ? others : [...others, { run, candidates: withoutDoubles(own), lowered }];
  };

  return {
    push(run) {
      runs.push(run);
      const read = collector.add(run.text, 0);
      if (read < run.text.length) return sendLong(run, read);
      return collector.isFull() ? send() : NOTHING;
    },
    finish: () => (runs.length === 0 ? NOTHING : send()),
    clear,
    lookFor(names) {
      wanted = names;
    },
  };
}

const toCandidate = ({ start, end, fingerprint, capitals }: Candidate): Candidate => ({
  start,
  end,
  fingerprint,
  capitals,
});

const withoutDoubles = (candidates: readonly Candidate[]): Candidate[] => [
  ...new Map(candidates.map((found) => [`${found.start} ${found.end} ${found.fingerprint}`, found])).values(),
];
