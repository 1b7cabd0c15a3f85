import { questionKey, type SentenceAnalysis, type SentenceQuestion } from '../core/linking/analyzer.ts';
import type { SpelledAlias } from '../core/linking/collect-hits.ts';
import { linkRun, type LinkingTools, type RunLinks } from '../core/linking/link-run.ts';
import { aliasKey, contextOf, EMPTY_CONTEXT, isSameContext, type PageContext } from '../core/linking/page-context.ts';
import { unlistedForms } from '../core/linking/unlisted-forms.ts';
import type { AliasIndex } from '../core/matching/alias-index.ts';
import type { Fingerprint } from '../core/matching/alias-key.ts';
import { spellAlias } from '../core/matching/verify-candidate.ts';
import { createWatchList } from '../core/matching/watch-list.ts';
import { entityKey, type Mention, type TrackedAlias } from '../core/model/mention.ts';
import { createTimeSlices } from '../dom/time-slices.ts';
import type { Finding, FindingsChange } from '../messaging/page-reader.ts';

/** What the linker needs from elsewhere. Null means that the background could not say now; it is asked again later. */
export type LinkerPorts = {
  readonly resolve: (fingerprints: readonly Fingerprint[]) => Promise<readonly (readonly TrackedAlias[])[] | null>;
  readonly analyze: (questions: readonly SentenceQuestion[]) => Promise<readonly SentenceAnalysis[] | null>;
  /** Has the page read again for names that only it introduces. */
  readonly lookFor: (names: AliasIndex) => void;
  /** Whether the reader has this text before his eyes, or nearly: what is asked about it goes first. */
  readonly isNear: (finding: Finding) => boolean;
  /** Hears of the mentions of a finding each time they change; of an empty list when it is gone. */
  readonly onLinked: (finding: Finding, mentions: readonly Mention[]) => void;
};

/** Links the findings of a page as they come and go. */
export type PageLinker = { change(change: FindingsChange): Promise<void> };

const RESOLVE_BATCH = 2000;
const ANALYZE_BATCH = 64;
/** Names that make others certain, which make others certain: chains of more than a few links do not occur in prose. */
const MAX_ROUNDS = 6;

export function createPageLinker(ports: LinkerPorts): PageLinker {
  const links = new Map<Finding, RunLinks>();
  const aliases = new Map<Fingerprint, readonly SpelledAlias[]>();
  const analyses = new Map<string, SentenceAnalysis>();
  /** Short forms that only the page introduces and that it is read for, those whose definition is gone included. */
  const lookedFor = new Map<string, TrackedAlias>();
  let introduced = createWatchList([]);
  let context: PageContext = EMPTY_CONTEXT;
  let queue: Promise<void> = Promise.resolve();
  const toolsNow = (): LinkingTools => ({
    aliasesOf: (fingerprint) => [...(aliases.get(fingerprint) ?? []), ...introduced.aliasesOf(fingerprint)],
    analyses,
  });

  const link = (finding: Finding): void => {
    const before = links.get(finding)?.mentions ?? [];
    const linked = linkRun({ ...finding, text: finding.run.text }, context, toolsNow());
    links.set(finding, linked);
    // The same marks again would be registered again, and every frame after that pays for it.
    if (!areSameMentions(before, linked.mentions)) ports.onLinked(finding, linked.mentions);
  };

  /** In time slices: to link a page's first fifteen names takes 20 ms, as long as the code is cold. */
  const linkAll = async (findings: Iterable<Finding>): Promise<void> => {
    const slices = createTimeSlices();
    for (const finding of findings) {
      if (slices.isOver()) await slices.next();
      link(finding);
    }
  };

  /** Takes up the certain mentions of the page as they are now, and links again what depends on them. */
  const settleContext = async (): Promise<boolean> => {
    const next = contextOf([...links.values()]);
    if (isSameContext(next, context)) return false;
    context = next;
    const unlisted = unlistedForms(next, (fingerprint) => aliases.get(fingerprint) ?? []);
    lookForAll(unlisted);
    await linkAll(findingsWhere((linked) => linked.dependent));
    return true;
  };

  /** Has the page read for these short forms too; as a feed is scrolled to and fro, not each time one comes back. */
  const lookForAll = (forms: readonly TrackedAlias[]): void => {
    const before = lookedFor.size;
    for (const form of forms) lookedFor.set(aliasKey(form.entity, form.alias.text), form);
    if (lookedFor.size === before) return;
    introduced = createWatchList([...lookedFor.values()]);
    ports.lookFor(introduced.index);
  };

  const resolveMissing = async (added: readonly Finding[]): Promise<void> => {
    const missing = new Set(added.flatMap((finding) => finding.candidates.map((candidate) => candidate.fingerprint)));
    for (const known of aliases.keys()) missing.delete(known);
    for (const batch of batches([...missing], RESOLVE_BATCH)) {
      const resolved = await ports.resolve(batch);
      if (resolved === null) return;
      batch.forEach((fingerprint, position) => aliases.set(fingerprint, (resolved[position] ?? []).map(spell)));
    }
  };

  const answerQuestions = async (): Promise<void> => {
    for (let batch = nextQuestions(); batch.length > 0; batch = nextQuestions()) {
      const answers = await ports.analyze(batch);
      if (answers === null) return;
      batch.forEach((question, position) => analyses.set(questionKey(question), answers[position] ?? { terms: [] }));
      const answered = new Set(batch.map(questionKey));
      await linkAll(findingsWhere((linked) => linked.unanswered.some((asked) => answered.has(questionKey(asked)))));
    }
  };

  const findingsWhere = (isWanted: (linked: RunLinks) => boolean): Finding[] =>
    [...links].flatMap(([finding, linked]) => (isWanted(linked) ? [finding] : []));

  /** The next sentences to ask about, those near the viewport first. */
  const nextQuestions = (): SentenceQuestion[] => {
    const asking = [...links].filter(([, linked]) => linked.unanswered.length > 0);
    const near = asking.filter(([finding]) => ports.isNear(finding));
    const open = (near.length > 0 ? near : asking).flatMap(([, linked]) => linked.unanswered);
    return [...new Map(open.map((question) => [questionKey(question), question])).values()].slice(0, ANALYZE_BATCH);
  };

  const apply = async ({ added, removed }: FindingsChange): Promise<void> => {
    for (const finding of removed) {
      if ((links.get(finding)?.mentions.length ?? 0) > 0) ports.onLinked(finding, []);
      links.delete(finding);
    }
    // Everything went: the watch list or the settings changed, and what the names meant with them. If it comes back in the
    // same breath, the page was only read again.
    if (links.size === 0 && added.length === 0) {
      aliases.clear();
      // Whoever reads the page from now on has not been told of them.
      lookedFor.clear();
      introduced = createWatchList([]);
    }
    await resolveMissing(added);
    await linkAll(added);
    await settleContext();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      await answerQuestions();
      if (!(await settleContext())) return;
    }
  };

  return {
    change(change) {
      // A page that trips the linker once must not keep it from the next change.
      queue = queue.then(() => apply(change)).catch(() => {});
      return queue;
    },
  };
}

function areSameMentions(before: readonly Mention[], after: readonly Mention[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((mention, position) => {
    const other = after[position];
    return (
      other !== undefined &&
      mention.start === other.start &&
      mention.end === other.end &&
      mention.confidence === other.confidence &&
      mention.paint === other.paint &&
      mention.privacy === other.privacy &&
      entityKey(mention.entity) === entityKey(other.entity) &&
      mention.alternatives.length === other.alternatives.length
    );
  });
}

const spell = (tracked: TrackedAlias): SpelledAlias => ({ tracked, spelling: spellAlias(tracked.alias.text) });

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
