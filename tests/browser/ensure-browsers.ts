import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { BROWSERS, type BrowserName } from './drive.ts';
import { findBrowser, installCommand } from './find-browser.ts';

/** Installs a missing browser where that is possible without asking: as root on a Debian machine. Returns whether it is there. */
export function ensureBrowser(name: BrowserName): boolean {
  if (findBrowser(name) !== null) return true;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!mayInstall) return false;
  process.stderr.write(`Installing ${name}…\n`);
  spawnSync('sh', ['-c', installCommand(name)], { stdio: ['ignore', 'ignore', 'inherit'] });
  return findBrowser(name) !== null;
}

if (import.meta.main) {
  for (const name of BROWSERS) {
    if (ensureBrowser(name)) continue;
    process.stderr.write(`${name} is missing. Install it and run again:\n  ${installCommand(name)}\n`);
    process.exitCode = 1;
  }
}
