import type { ImportJob } from '../core/packs/import-job.ts';

/** What an import tells of itself. */
export type RunningJob = {
  readonly signal: AbortSignal;
  begin(file: string, size: number, phase?: 'fetching' | 'reading'): void;
  /** How much of a download has come, and of how much; 0 if that is not known. */
  fetched(read: number, size: number): void;
  read(bytes: number): void;
  records(count: number): void;
  enter(phase: ImportJob['phase']): void;
};

export type JobList = {
  /** Runs the import of a ticket; a second call for it joins the first. */
  run<T>(ticket: number, work: (job: RunningJob) => Promise<T>): Promise<T>;
  /** Runs work that has no ticket of its own. */
  runNew<T>(work: (job: RunningJob) => Promise<T>): Promise<T>;
  list(): readonly ImportJob[];
  cancel(ticket: number): void;
};

/** Beyond the tickets of the store, which counts from one. */
const FIRST_NEW = 2 ** 40;

/** Keeps account of the imports that are under way. `now` is milliseconds since the epoch. */
export function createJobList(now: () => number): JobList {
  const running = new Map<number, { job: ImportJob; abort: AbortController; done: Promise<unknown> }>();
  const change = (ticket: number, fields: Partial<ImportJob>): void => {
    const entry = running.get(ticket);
    if (entry !== undefined) entry.job = { ...entry.job, ...fields };
  };
  let lastNew = FIRST_NEW;
  const run: JobList['run'] = <T>(ticket: number, work: (job: RunningJob) => Promise<T>): Promise<T> => {
    const earlier = running.get(ticket);
    if (earlier !== undefined) return earlier.done as Promise<T>;
    const abort = new AbortController();
    const job: ImportJob = { ticket, file: '', phase: 'waiting', size: 0, read: 0, records: 0, startedAt: now() };
    const entry = { job, abort, done: Promise.resolve() as Promise<unknown> };
    running.set(ticket, entry);
    const done = work({
      signal: abort.signal,
      begin: (file, size, phase = 'reading') => change(ticket, { file, size, phase, read: 0, startedAt: now() }),
      fetched: (read, size) => change(ticket, { read, size }),
      read: (read) => change(ticket, { read }),
      records: (records) => change(ticket, { records }),
      enter: (phase) => change(ticket, { phase }),
    }).finally(() => running.delete(ticket));
    entry.done = done;
    return done;
  };
  return {
    run,
    runNew: (work) => run(++lastNew, work),
    list: () => [...running.values()].map(({ job }) => job),
    cancel: (ticket) => running.get(ticket)?.abort.abort(new DOMException('cancelled', 'AbortError')),
  };
}
