import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request as it likes. */
export type Answerer = (response: ServerResponse, request: IncomingMessage) => void;

export type PublisherServer = {
  readonly origin: string;
  /** What lies where: bytes and texts as files, or an answer of their own. May be exchanged at any time. */
  files: ReadonlyMap<string, Uint8Array | string | Answerer>;
  /** The requests so far, oldest first. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
};

/** A publisher's server on a free port of the loopback interface. */
export async function servePublisher(): Promise<PublisherServer> {
  const requests: PublisherServer['requests'] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    requests.push({ path, headers: request.headers });
    const file = publisher.files.get(path);
    if (file === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    else if (typeof file === 'function') file(response, request);
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const publisher: PublisherServer = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files: new Map(),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return publisher;
}
