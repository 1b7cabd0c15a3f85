import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathOf, type Answer, type HostilePage } from './hostile-page.ts';

export type HostileServer = {
  readonly origin: string;
  /** The same server as another site. */
  readonly otherOrigin: string;
  /** What was asked for so far, with the reports that were sent. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

/** Serves hostile pages on a free port of the loopback interface and writes down what it is asked for. */
export async function serveHostilePages(pages: readonly HostilePage[]): Promise<HostileServer> {
  const answers = new Map<string, string | Answer>();
  for (const page of pages) {
    const path = pathOf(page);
    if (answers.has(path)) throw new Error(`two pages at ${path}`);
    answers.set(path, page.main);
    for (const [name, answer] of Object.entries(page.routes ?? {})) answers.set(path + name, answer);
  }
  const requests: string[] = [];
  let otherOrigin = '';
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let sent = '';
    request.on('data', (part: Buffer) => (sent += part.toString()));
    request.on('end', () => {
      // Asked for when the browser likes, and by the test itself.
      if (pathname !== '/favicon.ico' && pathname !== '/ready-page/')
        requests.push(`${request.method} ${pathname} ${violationsIn(sent)}`.trim());
      send(response, answers.get(pathname), otherOrigin);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  otherOrigin = `http://127.0.0.1:${port}`;
  return {
    origin: `http://localhost:${port}`,
    otherOrigin,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function send(response: ServerResponse, answer: string | Answer | undefined, otherOrigin: string): void {
  if (answer === undefined) {
    response.writeHead(204).end();
    return;
  }
  const { body, type, status, headers }: Answer = typeof answer === 'string' ? { body: answer } : answer;
  const told = Object.entries(headers ?? {}).map(([name, value]) => [name, value.replaceAll('{{other}}', otherOrigin)]);
  response
    .writeHead(status ?? 200, { 'content-type': type ?? 'text/html; charset=utf-8', ...Object.fromEntries(told) })
    .end(typeof body === 'string' ? body.replaceAll('{{other}}', otherOrigin) : body);
}

/** Which rules a report says were broken, and by what. */
const violationsIn = (report: string): string =>
  [...report.matchAll(/"(?:violated-?directive|effectiveDirective|blocked-?uri|blockedURL)":"([^"]*)"/gi)]
    .map(([, value = '']) => value.replace(/:\d+/, ''))
    .join(' ');
