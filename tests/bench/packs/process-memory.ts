import { readdirSync, readFileSync } from 'node:fs';

/** Watches what the browser's process for extension pages holds (Linux only); gives the most it held beyond what it began with. */
export function watchMemory(everyMs = 100): () => number | null {
  const process = findExtensionProcess();
  const began = process === null ? null : residentBytes(process);
  if (process === null || began === null) return () => null;
  let most = began;
  const look = (): void => {
    most = Math.max(most, residentBytes(process) ?? 0);
  };
  const timer = setInterval(look, everyMs);
  return () => {
    look();
    clearInterval(timer);
    return most - began;
  };
}

/** The number of the process, among those this one has started, that runs extension pages. The largest if there are several. */
function findExtensionProcess(): number | null {
  const all = readProcesses();
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const isOurs = (id: number): boolean => {
    for (let at = parents.get(id); at !== undefined && at > 1; at = parents.get(at))
      if (at === process.pid) return true;
    return false;
  };
  const found = all.filter(({ id }) => isOurs(id) && isExtensionProcess(id));
  return found.toSorted((a, b) => (residentBytes(b.id) ?? 0) - (residentBytes(a.id) ?? 0))[0]?.id ?? null;
}

function readProcesses(): { readonly id: number; readonly parent: number }[] {
  try {
    return readdirSync('/proc').flatMap((name) => {
      const parent = /^\d+$/.test(name) ? /\nPPid:\s*(\d+)/.exec(read(`/proc/${name}/status`))?.[1] : undefined;
      return parent === undefined ? [] : [{ id: Number(name), parent: Number(parent) }];
    });
  } catch {
    return [];
  }
}

/** Chromium marks the process by a switch, Firefox by its name. */
const isExtensionProcess = (id: number): boolean =>
  read(`/proc/${id}/cmdline`).includes('--extension-process') || read(`/proc/${id}/comm`).startsWith('WebExtensions');

function residentBytes(id: number): number | null {
  const kilobytes = /\nVmRSS:\s*(\d+) kB/.exec(read(`/proc/${id}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** Empty where the process has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
