import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

export type ArticleServer = { readonly origin: string; close(): Promise<void> };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.js': 'text/javascript',
};

/** What a test serves besides files: the path with its query, answered with a body of HTML. */
export type Routes = Readonly<Record<string, () => string>>;

/** Serves a folder on a free port of the loopback interface, with `headers` on every answer. */
export async function serveArticles(
  folder: string,
  routes: Routes = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<ArticleServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = routes[url.pathname];
    if (route !== undefined) {
      response.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' }).end(route());
      return;
    }
    const file = join(folder, normalize(decodeURIComponent(url.pathname)));
    if (!file.startsWith(folder + sep)) {
      response.writeHead(403).end();
      return;
    }
    readFile(file).then(
      (body) =>
        response
          .writeHead(200, { ...headers, 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
          .end(body),
      () => response.writeHead(url.pathname === '/favicon.ico' ? 204 : 404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
