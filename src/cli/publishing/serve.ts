import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { parseOptions, print, takeOperands, type PackCommand } from '../packing/pack-command.ts';
import { WrongUseError } from '../run-command.ts';
import { createStaticServer } from './static-server.ts';

/** Both browsers connect to it; some ports below 7000 are barred (Firefox: 4190). */
const DEFAULT_PORT = 8790;

export const serve: PackCommand = {
  usage: ['serve [--port N] DIR'],
  purpose: 'serves a folder to this computer alone, to try a publication',
  async run(args) {
    const { values, positionals } = parseOptions(args, { port: { type: 'string' } });
    const [folder] = takeOperands(positionals, 'DIR');
    const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.manifest.json') && !/(?:^|[/\\])\./.test(name))
      .toSorted();
    const server = createStaticServer(folder);
    const port = await listen(server, takePort(values.port));
    const addressOf = (name: string): string => `http://127.0.0.1:${port}/${encodeURI(name.replaceAll('\\', '/'))}`;
    if (manifests.length === 0) print(`${folder} has no manifest. Make one with "pack sign".`);
    for (const name of manifests) print(`Subscribe to ${addressOf(name)}`);
    print('Ctrl-C ends it.');
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    server.close();
    server.closeAllConnections();
    return 0;
  },
};

function takePort(written: string | undefined): number {
  if (written === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : Number.NaN;
  if (port <= 65_535) return port;
  throw new WrongUseError('--port wants a number from 0 (any that is free) to 65535.');
}

/** Listens on this computer's own address. Resolves to the port. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new WrongUseError(
      `Port ${port}: ${error instanceof Error ? error.message : 'in use'}. Choose another --port.`,
    );
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
