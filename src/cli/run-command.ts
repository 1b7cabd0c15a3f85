import { UnreadableFileError, UnsoundFileError } from './file-problem.ts';

/** A command that was given wrong options or operands. The message says which. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError';
}

type Command = (args: readonly string[]) => Promise<number>;

/** Runs a command with the arguments of the process and sets the exit status. */
export async function runCommand(command: Command): Promise<void> {
  process.exitCode = await exitStatusOf(command, process.argv.slice(2));
}

/**
 * Resolves to what the command does; to 1, with a line for each problem, for unsound data; to 2, with a message, for wrong
 * use and unreadable files. A bug keeps its stack trace.
 */
export async function exitStatusOf(command: Command, args: readonly string[]): Promise<number> {
  try {
    return await command(args);
  } catch (error) {
    const isUnsound = error instanceof UnsoundFileError;
    if (!isUnsound && !isWrongUse(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return isUnsound ? 1 : 2;
  }
}

const isWrongUse = (error: unknown): error is Error =>
  error instanceof WrongUseError ||
  error instanceof UnreadableFileError ||
  (error instanceof Error && 'code' in error && /^(?:ERR_PARSE_ARGS|ENOENT|EISDIR|EACCES)/.test(String(error.code)));
