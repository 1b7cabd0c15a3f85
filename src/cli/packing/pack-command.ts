import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUseError } from '../run-command.ts';

/** One command of `pack`, as the table in `pack-commands.ts` lists it. */
export type PackCommand = {
  /** What follows `pack` on the command line, one entry a form; one that begins with a space goes on with the form before. */
  readonly usage: readonly string[];
  /** What it does, a few words. */
  readonly purpose: string;
  /** Runs with what stands behind its name. Resolves to the exit status: 0, or 1 for problems in the data. */
  readonly run: (args: readonly string[]) => number | Promise<number>;
};

/** Parses what stands behind the name of a command. @throws for an option that it does not know. */
export const parseOptions = <const O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
) => parseArgs({ args: [...args], options, allowPositionals: true });

/** The operands, which must be as many as named. @throws WrongUseError saying which is missing or that there are too many. */
export function takeOperands<const N extends readonly string[]>(
  operands: readonly string[],
  ...names: N
): { readonly [K in keyof N]: string } {
  const missing = names[operands.length];
  if (missing !== undefined) throw new WrongUseError(`${missing} is missing.`);
  if (operands.length > names.length) throw new WrongUseError(`"${operands[names.length]}" is one operand too many.`);
  return [...operands] as unknown as { readonly [K in keyof N]: string };
}

/** Writes text and a line end to standard output. */
export function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}
