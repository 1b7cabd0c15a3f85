import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that all of it is cached for the next start.
enableCompileCache();
const [{ annotate }, { runCommand }] = await Promise.all([import('./annotate-command.ts'), import('./run-command.ts')]);
await runCommand(annotate);
