import type { CDPSession } from 'playwright-core';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** How long the thread itself ran meanwhile. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: Record<string, unknown> };
};

/**
 * What scripts of the extension did on a page's main thread, in milliseconds. Work after an `await` stands in the trace as
 * microtasks without an address; the pages measured here have no promises of their own, so all of them are ours.
 */
export type ScriptCost = {
  /** Processor time in functions of ours and in what they called: style, layout, the DOM. Other processes do not count. */
  readonly totalMs: number;
  /** The longest stretch without a break. */
  readonly longestMs: number;
  /** Reading and compiling the scripts. */
  readonly compileMs: number;
  /** From the first of our scripts until the page could see a mark; null where there was none. */
  readonly firstMarkMs: number | null;
};

const CATEGORIES = ['devtools.timeline', 'v8', 'v8.execute', 'disabled-by-default-v8.compile', 'blink.user_timing'];

/** Traces a page of the session while `run` goes on and adds up what the extension's scripts did on its thread, from the first of them on. */
export async function traceScripts(
  session: CDPSession,
  firstScript: string,
  run: () => Promise<void>,
): Promise<ScriptCost> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await run();
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await ended;
  return addUp(events, firstScript);
}

function urlOf({ args }: TraceEvent): string {
  const url = args?.data?.['url'];
  return typeof url === 'string' ? url : '';
}

function addUp(all: readonly TraceEvent[], firstScript: string): ScriptCost {
  const first = all.find((event) => event.name === 'EvaluateScript' && urlOf(event).endsWith(`/${firstScript}`));
  if (first === undefined) throw new Error('no script of the extension came to this page');
  // Other pages and workers of the extension have threads of their own, which no page waits for.
  const events = all.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const own = events.filter((event) => event.ph === 'X' && urlOf(event).startsWith('chrome-extension://'));
  const called = own.filter(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript');
  const continued = events.filter(({ name, ph, ts }) => name === 'RunMicrotasks' && ph === 'X' && ts >= first.ts);
  const runs = outermost([...called, ...continued]);
  const compiled = own.filter(({ name }) => name === 'v8.compile');
  const sum = (list: readonly TraceEvent[]): number => list.reduce((total, { tdur = 0 }) => total + tdur, 0) / 1000;
  const mark = events.find(({ name }) => name === 'first-mark');
  return {
    totalMs: sum(runs) + sum(compiled.filter((event) => !runs.some((run) => isWithin(event, run)))),
    longestMs: Math.max(0, ...runs.map(({ dur = 0 }) => dur / 1000)),
    compileMs: sum(compiled),
    firstMarkMs: mark === undefined ? null : (mark.ts - Math.min(...own.map(({ ts }) => ts))) / 1000,
  };
}

const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean =>
  inner !== outer && inner.ts >= outer.ts && endOf(inner) <= endOf(outer);

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

const outermost = (events: readonly TraceEvent[]): TraceEvent[] =>
  events.filter((event) => !events.some((other) => isWithin(event, other)));
