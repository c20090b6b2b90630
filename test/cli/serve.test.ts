/** The server shows the edition on this computer, and nothing else of it. */
import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Reload, reloadTag } from '../../src/batch/reload.ts';
import { locate, type Serving, serve } from '../../src/batch/serve.ts';
import { projectWith } from '../helpers/cable.ts';
import { chancery } from '../helpers/command.ts';
import { addFiles, folderWith, text } from '../helpers/folder.ts';

const servers: Serving[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly body: string;
}

/** The path goes out as it is: fetch() would tidy it first. */
function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => {
        const { 'content-type': type = '', location = '' } = response.headers;
        resolve({ status: response.statusCode ?? 0, type, location, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

function project() {
  const root = folderWith({
    'secret.txt': 'secret',
    'dist/index.html': 'index',
    'dist/a/index.html': 'a',
    'dist/a/a.xml': '<a/>',
    'dist/a/a.jsonld': '{}',
    'dist/日本/index.html': 'nihon',
    'dist/.hidden': 'hidden',
    'dist/a b.txt': 'blank',
  });
  symlinkSync(join(root, 'secret.txt'), join(root, 'dist/link.txt'));
  symlinkSync(root, join(root, 'dist/up'));
  return root;
}

describe('addresses', () => {
  test.each([
    ['/', 'index', 'text/html; charset=utf-8'],
    ['/index.html?x=1#y', 'index', 'text/html; charset=utf-8'],
    ['/a/', 'a', 'text/html; charset=utf-8'],
    ['/a/a.xml', '<a/>', 'application/tei+xml; charset=utf-8'],
    ['/a/a.jsonld', '{}', 'application/ld+json; charset=utf-8'],
    ['/%E6%97%A5%E6%9C%AC/', 'nihon', 'text/html; charset=utf-8'],
    ['/a%20b.txt', 'blank', 'text/plain; charset=utf-8'],
  ])('%s is shown', async (path, body, type) => {
    const serving = await serve(join(project(), 'dist'), 0);
    servers.push(serving);
    expect(await get(serving.port, path)).toMatchObject({ status: 200, body, type });
  });

  test.each([
    ...[
      '/../secret.txt',
      '/a/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/a/%2e%2e/%2e%2e/secret.txt',
    ],
    ...[
      '/..%5csecret.txt',
      '/link.txt',
      '/up/secret.txt',
      '/up/',
      '/.hidden',
      '/%00',
      '/%',
      '/index.html/',
      '/none',
    ],
    ...['//a', '/%2fetc/hostname', '/%2e%2e%2fsecret.txt', '/....//secret.txt', 'http://other/a/a.xml'],
  ])('%s is not', async (path) => {
    const serving = await serve(join(project(), 'dist'), 0);
    servers.push(serving);
    const { status, body } = await get(serving.port, path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('a folder without its slash leads to the one with it, here', async () => {
    const serving = await serve(join(project(), 'dist'), 0);
    servers.push(serving);
    expect(await get(serving.port, '/a')).toMatchObject({ status: 308, location: '/a/' });
  });

  test('other methods and other hosts are refused', async () => {
    const serving = await serve(join(project(), 'dist'), 0);
    servers.push(serving);
    expect((await get(serving.port, '/', {}, 'POST')).status).toBe(405);
    expect((await get(serving.port, '/', { host: 'evil.example' })).status).toBe(403);
  });

  test('nothing is found in a folder that is not there', () => {
    expect(locate('/nowhere/at/all', '/')).toBeUndefined();
  });
});

describe('chancery serve', () => {
  test('--watch builds, serves, and builds again when a source changes', async () => {
    const root = projectWith(['a']);
    let served: Answer | undefined;
    let again: Answer | undefined;
    const { code, stdout } = await chancery(['serve', '--watch', '--port', '0'], {
      cwd: root,
      meanwhile: (child) => {
        let port = 0;
        child.stdout?.on('data', async (part: Buffer) => {
          const found = /http:\/\/127\.0\.0\.1:(\d+)\//.exec(part.toString());
          if (found !== null) {
            port = Number(found[1]);
            served = await get(port, '/a/a.txt');
            addFiles(root, { 'sources/b.txt': `${text(root, 'sources/a.txt')}` });
          } else if (served !== undefined && part.toString().includes('Documents')) {
            again = await get(port, '/b/');
            child.kill('SIGINT');
          }
        });
      },
    });
    expect(code, stdout).toBe(130);
    expect(served).toMatchObject({ status: 200 });
    expect(again).toMatchObject({ status: 200 });
  });

  test('a port that is taken is 3, nothing to serve is 2', async () => {
    const root = project();
    addFiles(root, { 'chancery.json': '{}' });
    const serving = await serve(join(root, 'dist'), 0);
    servers.push(serving);
    const taken = await chancery(['serve', '--port', String(serving.port)], { cwd: root });
    expect(taken).toMatchObject({ code: 3, stderr: expect.stringContaining('another program uses it') });
    const nothing = await chancery(['serve'], { cwd: projectWith(['a']) });
    expect(nothing).toMatchObject({ code: 2, stderr: expect.stringContaining('chancery build') });
  });
});

test('a page that is open while the edition is watched is told to load itself anew after a build', async () => {
  const root = folderWith({ 'dist/index.html': '<html><body><p>One</p></body></html>' });
  const reload = new Reload();
  const server = await serve(join(root, 'dist'), 0, reload);
  servers.push(server);
  const page = await get(server.port, '/');
  expect(page.body).toBe(`<html><body><p>One</p>${reloadTag}</body></html>`);
  const program = await get(server.port, '/.reload.js');
  expect(program.body).toContain('/.changed.js');
  const waiting = get(server.port, '/.changed.js?1');
  await get(server.port, '/');
  reload.changed();
  expect(await waiting).toMatchObject({ status: 200, body: 'location.reload();\n' });
  // Who does not watch serves the file as it is.
  const plain = await serve(join(root, 'dist'), 0);
  servers.push(plain);
  expect((await get(plain.port, '/')).body).not.toContain('script');
  expect((await get(plain.port, '/.reload.js')).status).toBe(404);
});
