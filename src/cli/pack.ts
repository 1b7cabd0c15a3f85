import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that all of it is cached for the next start.
enableCompileCache();
const [{ pack }, { runCommand }] = await Promise.all([import('./pack-command.ts'), import('./run-command.ts')]);
await runCommand(pack);
