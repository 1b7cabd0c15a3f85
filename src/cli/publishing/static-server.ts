import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { hashOf } from './published-file.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  // Not a Content-Encoding: the hash in the manifest is of the compressed file.
  '.gz': 'application/gzip',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Uint8Array };

/** A server of the files in a folder, for whoever names this computer itself. It must be told where to listen. */
export function createStaticServer(folder: string): Server {
  const root = realpathSync(folder);
  return createServer((request, response) => send(request, response, answer(root, request)));
}

function answer(root: string, { method = '', url = '', headers }: IncomingMessage): Answer {
  // A web page whose name has been pointed at 127.0.0.1 could read the folder otherwise (DNS rebinding).
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')) return { status: 421 };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { Allow: 'GET, HEAD' } };
  const file = locate(root, url);
  if (file === null) return { status: 404 };
  const body = readFileSync(file);
  const etag = `"${hashOf(body).slice(0, 32)}"`;
  const known = new Set((headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, '')));
  const caching = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (known.has(etag) || known.has('*')) return { status: 304, headers: caching };
  const type = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream';
  return { status: 200, headers: { ...caching, 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }, body };
}

/** The file of an address, if it lies in the folder, links resolved. Hidden files and keys are not for others. */
function locate(root: string, url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ''));
    if (/[\0\\]|(?:^|\/)\.|\.pem$/i.test(path)) return null;
    const file = realpathSync(join(root, path));
    return file.startsWith(root + sep) && !/\.pem$/i.test(file) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const content = body ?? new Uint8Array();
  response.writeHead(status, status === 304 ? headers : { ...headers, 'Content-Length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}
