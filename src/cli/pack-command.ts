import { PACK_COMMANDS } from './packing/pack-commands.ts';
import { WrongUseError } from './run-command.ts';

/**
 * The `pack` command, for authors of packs. Resolves to the exit status: 0, or 1 for problems in the data.
 * @throws WrongUseError, or an error of Node about options and files, for what was asked wrongly.
 */
export async function pack(args: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = args;
  const command = Object.hasOwn(PACK_COMMANDS, name) ? PACK_COMMANDS[name] : undefined;
  const isHelpAsked = args.includes('--help') || args[0] === 'help';
  if (isHelpAsked || args.length === 0) {
    process.stderr.write(`${usageOf(command === undefined ? Object.values(PACK_COMMANDS) : [command])}\n`);
    return isHelpAsked ? 0 : 2;
  }
  if (command === undefined) {
    throw new WrongUseError(`There is no command "${name}".\n${usageOf(Object.values(PACK_COMMANDS))}`);
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof WrongUseError) throw new WrongUseError(`${error.message}\n${usageOf([command])}`);
    throw error;
  }
}

type Documented = { readonly usage: readonly string[]; readonly purpose: string };

function usageOf(commands: readonly Documented[]): string {
  const forms = commands.flatMap(({ usage, purpose }) =>
    usage.map((form, position) => [form, position === usage.length - 1 ? purpose : ''] as const),
  );
  const width = Math.min(36, Math.max(...forms.map(([form]) => form.length)));
  const lines = forms.map(([form, purpose]) => {
    const name = form.startsWith(' ') ? '    ' : 'pack';
    return form.length > width && purpose !== ''
      ? `${name} ${form}\n            ${' '.repeat(width + 2)}${purpose}`
      : `${name} ${form.padEnd(width)}  ${purpose}`.trimEnd();
  });
  return `Usage: ${lines.join('\n       ')}`;
}
