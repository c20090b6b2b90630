/**
 * A page printed to PDF by a browser of the Chromium family, if one is installed: its print engine is the one that
 * makes tagged PDF with an outline from HTML. It gets a copy of the page and its style sheet in an empty folder, no
 * network, no profile; the two dates it writes are replaced, so that the same page gives the same bytes.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Artifact } from '../artifact.ts';
import { CommandError } from '../batch/errors.ts';
import { statOf } from '../batch/files.ts';
import { assets } from '../publish/assets.ts';

/** The names the browsers go by, the freest first. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

/** Longer than any page takes; a browser that hangs is stopped. In milliseconds. */
const patience = 120_000;

/**
 * The browser named by CHROME_PATH, or the first on the PATH.
 *
 * Throws `CommandError` 3 where there is none.
 */
function browserPath(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.CHROME_PATH;
  const candidates =
    named !== undefined && named !== ''
      ? [named]
      : (environment.PATH ?? '')
          .split(delimiter)
          .flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  const found = candidates.find((path) => statOf(path)?.isFile());
  if (found !== undefined) return found;
  throw new CommandError(
    3,
    named
      ? `There is no browser at ${named} (CHROME_PATH).`
      : 'PDF is printed by a browser, and none was found.',
    'Install Chromium, or name a browser of its family in CHROME_PATH; or print the page (html) from any browser.',
  );
}

/**
 * @param page the HTML edition; it finds its style sheet under `assets/`, as in `dist/`
 * @param baseUrl where the edition is published: links to its other pages lead there, or are no links
 * @returns the PDF, its dates of making those of the first moment of 1980
 */
export async function printed(page: Artifact, path: string, baseUrl?: string): Promise<Artifact> {
  const browser = browserPath();
  const folder = mkdtempSync(join(tmpdir(), 'chancery-print-'));
  try {
    const paper: Artifact = { ...page, content: forPaper(String(page.content), page.path, baseUrl) };
    for (const { path: name, content } of [paper, ...assets()]) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const pdf = join(folder, 'page.pdf');
    await promisify(execFile)(
      browser,
      [
        '--headless',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        '--export-tagged-pdf',
        '--generate-pdf-document-outline',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(join(folder, page.path)).href,
      ],
      { timeout: patience },
    );
    return { path, mediaType: 'application/pdf', content: withoutDates(readFileSync(pdf)) };
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    throw new CommandError(
      3,
      `The browser ${browser} did not print ${page.path}: ${(stderr || message).trim().split('\n').at(-1)}`,
      'Try the browser by hand, or name another in CHROME_PATH.',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A relative link would name the folder the browser found the page in. */
function forPaper(html: string, path: string, baseUrl: string | undefined): string {
  return html.replace(/(<a\b[^>]*?) href="(?![#]|[a-z][a-z0-9+.-]*:)([^"]*)"/gi, (_, start, address) =>
    baseUrl === undefined
      ? start
      : `${start} href="${new URL(address.replaceAll('&amp;', '&'), `${baseUrl}/${path}`).href.replaceAll('&', '&amp;')}"`,
  );
}

/** `/CreationDate (D:20260101120000+00'00')` and its like, in place, so that no offset of the file changes. */
function withoutDates(pdf: Buffer): Uint8Array {
  const text = pdf.toString('latin1');
  const fixed = text.replace(/(\/(?:Creation|Mod)Date ?\(D:)\d{14}/g, '$119800101000000');
  return Buffer.from(fixed, 'latin1');
}
