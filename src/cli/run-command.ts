import { PackFileError } from './load-packs.ts';

/** Runs a command and sets the exit status: 2, with a message, for what the user can mend; a bug keeps its stack trace. */
export async function runCommand(command: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (!isUserError(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

/** Wrong options, unreadable files, unsound packs. */
const isUserError = (error: unknown): error is Error =>
  error instanceof PackFileError ||
  (error instanceof Error && 'code' in error && /^(?:ERR_PARSE_ARGS|ENOENT|EISDIR|EACCES)/.test(String(error.code)));
