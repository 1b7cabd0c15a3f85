import { questionKey, type SentenceAnalysis, type SentenceAnalyzer } from './analyzer.ts';
import type { LinkableRun } from './collect-hits.ts';
import { linkRun, type LinkingTools, type RunLinks } from './link-run.ts';
import { contextOf, EMPTY_CONTEXT, isSameContext } from './page-context.ts';

/** Names that make others certain, which make others certain: chains of more than a few links do not occur in prose. */
const MAX_ROUNDS = 6;

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
  const withAnalyses: LinkingTools = { ...tools, analyses: analyze === null ? null : analyses };
  const link = (run: LinkableRun): RunLinks => linkRun(run, context, withAnalyses);
  let context = EMPTY_CONTEXT;
  let linked = runs.map(link);
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
    context = next;
    linked = runs.map(link);
  }
  return linked;
}
