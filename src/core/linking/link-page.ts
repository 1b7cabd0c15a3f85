import { findCandidates } from '../matching/find-candidates.ts';
import { createWatchList } from '../matching/watch-list.ts';
import { questionKey, type SentenceAnalysis, type SentenceAnalyzer } from './analyzer.ts';
import type { LinkableRun } from './collect-hits.ts';
import { linkRun, type LinkingTools, type RunLinks } from './link-run.ts';
import { unlistedForms } from './unlisted-forms.ts';
import { contextOf, EMPTY_CONTEXT, isSameContext, type PageContext } from './page-context.ts';

/** Clues, what follows from them, the verdicts on sentences, and what follows from those: it settles sooner. */
const MAX_ROUNDS = 8;

/**
 * Links all runs of a text at once, asking `analyze` where a sentence has to be judged (null: never). Used where the whole
 * text is at hand, as on the command line; the annotator does the same run by run as a page changes.
 */
export async function linkPage(
  runs: readonly LinkableRun[],
  tools: Omit<LinkingTools, 'analyses'>,
  analyze: SentenceAnalyzer | null,
): Promise<RunLinks[]> {
  const analyses = new Map<string, SentenceAnalysis>();
  let context = EMPTY_CONTEXT;
  let looked = { runs, aliasesOf: tools.aliasesOf };
  const known = analyze === null ? null : analyses;
  const linkAll = (): RunLinks[] =>
    looked.runs.map((run) => linkRun(run, context, { ...tools, aliasesOf: looked.aliasesOf, analyses: known }));
  let linked = linkAll();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = linked.flatMap((links) => links.unanswered);
    const questions = [...new Map(open.map((question) => [questionKey(question), question])).values()];
    if (analyze !== null && questions.length > 0) {
      const answers = await analyze(questions);
      questions.forEach((question, position) =>
        analyses.set(questionKey(question), answers[position] ?? { terms: [] }),
      );
    }
    const next = contextOf(linked);
    if (questions.length === 0 && isSameContext(next, context)) break;
    if (next.introduced.size > context.introduced.size) looked = lookForIntroduced(runs, next, tools);
    context = next;
    linked = linkAll();
  }
  return linked;
}

/** Looks through all runs again for the short forms that the page introduces. */
function lookForIntroduced(runs: readonly LinkableRun[], context: PageContext, tools: Pick<LinkingTools, 'aliasesOf'>) {
  const { index, aliasesOf } = createWatchList(unlistedForms(context, tools.aliasesOf));
  return {
    runs: runs.map(({ text, candidates, lowered }) => {
      const known = new Set(candidates.map(({ start, end }) => `${start} ${end}`));
      const more = findCandidates(index, text).filter(({ start, end }) => !known.has(`${start} ${end}`));
      return { text, candidates: [...candidates, ...more], lowered };
    }),
    aliasesOf: (fingerprint: number) => [...tools.aliasesOf(fingerprint), ...aliasesOf(fingerprint)],
  };
}
