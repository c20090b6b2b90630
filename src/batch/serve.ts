/**
 * A small server for one folder on this computer: 127.0.0.1 only, reading only, nothing outside the folder
 * whatever the address or a link says.
 */
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { type Reload, reloadTag } from './reload.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.xml': 'application/tei+xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
};

export interface Serving {
  readonly server: Server;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Port 0 takes any that is free. Rejects with the system's error when the port is taken.
 *
 * @param reload tells open pages of a change; without it they are served as they lie there
 */
export async function serve(folder: string, port: number, reload?: Reload): Promise<Serving> {
  const server = createServer((request, response) => answer(folder, request, response, reload));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    server,
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  reload: Reload | undefined,
): void {
  const objection = objectionTo(request);
  if (objection === undefined && reload?.answer(request.url ?? '/', response)) return;
  const found = objection === undefined ? locate(folder, request.url ?? '/') : undefined;
  if (objection !== undefined) refuse(response, ...objection);
  else if (found === undefined) refuse(response, 404, 'There is no such page.');
  else if ('redirect' in found) response.writeHead(308, { location: found.redirect }).end();
  else if (reload && /\.html$/i.test(found.path)) sendWatching(found.path, request, response);
  else send(found.path, request, response);
}

/** A page with the script that loads it anew. */
function sendWatching(path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const page = readFileSync(path, 'utf8').replace('</body>', () => `${reloadTag}</body>`);
  response.writeHead(200, { 'content-type': mediaTypes['.html'], 'cache-control': 'no-store' });
  response.end(method === 'HEAD' ? undefined : page);
}

function objectionTo({ method, headers }: IncomingMessage): [number, string] | undefined {
  if (method !== 'GET' && method !== 'HEAD') return [405, 'Only reading is possible.'];
  // A page elsewhere that knows our port must not read the edition through a name of its own.
  if (/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? '')) return undefined;
  return [403, 'This server answers to 127.0.0.1 and localhost only.'];
}

function send(path: string, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': statSync(path).size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else {
    const file = createReadStream(path);
    file.on('error', () => response.destroy());
    file.pipe(response);
  }
}

/**
 * The file an address means, or nothing. The address is decoded once and then taken apart: a part that would
 * lead up, or hides a separator, is refused; what remains must really lie in the folder, links followed.
 */
export function locate(
  folder: string,
  url: string,
): { readonly path: string } | { readonly redirect: string } | undefined {
  const address = url.split(/[?#]/, 1)[0] ?? '';
  if (!address.startsWith('/')) return undefined;
  let parts: string[];
  try {
    parts = address.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  if (parts.some((part) => part.startsWith('.') || /[/\\\0:]/.test(part))) return undefined;
  if (parts.slice(0, -1).includes('')) return undefined;
  try {
    const root = realpathSync(folder);
    const path = realpathSync(join(root, ...parts));
    if (path !== root && !path.startsWith(root + sep)) return undefined;
    const stats = statSync(path);
    if (stats.isFile()) return parts.at(-1) === '' ? undefined : { path };
    if (!stats.isDirectory()) return undefined;
    if (parts.at(-1) !== '') return { redirect: `/${parts.map(encodeURIComponent).join('/')}/` };
    const index = realpathSync(join(path, 'index.html'));
    return index.startsWith(root + sep) && statSync(index).isFile() ? { path: index } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}
