/**
 * The text layer of a PDF (ISO 32000), read with pdf.js as unpdf packs it: nothing is drawn, no script of the
 * file runs, nothing is fetched. Each page but the first begins with a form feed, and the TEI has a `pb` there.
 */
import { getDocumentProxy } from 'unpdf';
import type { Diagnostic } from '../../diagnostic.ts';
import type { Furniture, PageStart } from '../../document.ts';
import { diagnose } from '../diagnose.ts';
import type { Opened } from '../formats.ts';
import { furnitureOf } from './furniture.ts';
import { linesOf, type PageLine, type Word } from './lines.ts';
import { stepOf, textOfLines } from './paragraphs.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const maxPages = 20_000;

export async function openPdf(bytes: Uint8Array, name: string): Promise<Opened> {
  const failed = (diagnostic: Diagnostic): Opened => ({ diagnostics: [diagnostic] });
  // pdf.js looks for the mark in the first kilobyte, as readers of PDF do.
  if (!Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-'))
    return failed(diagnose('read.damaged', name, 'The file is no PDF: it does not begin as one.'));
  let pdf: Pdf;
  try {
    // A copy, for pdf.js takes the bytes it is given for itself.
    pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      stopAtErrors: false,
      enableXfa: false,
    });
  } catch (error) {
    return failed(refusal(error, name));
  }
  try {
    return await textLayer(pdf, name);
  } catch (error) {
    return failed(refusal(error, name));
  } finally {
    await pdf.loadingTask.destroy().catch(() => {});
  }
}

function refusal(error: unknown, name: string): Diagnostic {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException')
    return diagnose('read.protected', name, 'The PDF is encrypted and asks for a password.');
  const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'no reason given';
  return diagnose('read.damaged', name, `The PDF cannot be read: ${reason}`);
}

async function textLayer(pdf: Pdf, name: string): Promise<Opened> {
  const found: Diagnostic[] = [];
  if (pdf.numPages > maxPages)
    return {
      diagnostics: [
        diagnose('read.too-large', name, `The PDF has ${pdf.numPages} pages; the limit is ${maxPages}.`),
      ],
    };
  const labels = await pdf.getPageLabels().catch(() => null);
  const pages: (readonly PageLine[])[] = [];
  const unread: number[] = [];
  const annotated: number[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    try {
      const page = await pdf.getPage(n);
      const content = await page.getTextContent({ includeMarkedContent: false });
      pages.push(
        linesOf(
          (content.items as readonly (TextItem | object)[]).flatMap((item) =>
            'str' in item ? wordOf(item) : [],
          ),
        ),
      );
      if ((await page.getAnnotations()).some(hasWords)) annotated.push(n);
      page.cleanup();
    } catch {
      pages.push([]);
      unread.push(n);
    }
  }
  if (unread.length > 0)
    found.push(
      diagnose('read.damaged', name, `The text of ${pagesNamed(unread)} of ${pdf.numPages} cannot be read`),
    );
  const empty = pages.flatMap((lines, i) => (lines.length === 0 && !unread.includes(i + 1) ? [i + 1] : []));
  if (unread.length > 0) return { diagnostics: found };
  if (empty.length === pages.length)
    return {
      diagnostics: [
        diagnose('read.no-text-layer', name, `The PDF has ${pages.length} pages and no text: it is a scan`),
      ],
    };
  if (empty.length > 0)
    found.push(
      diagnose(
        'read.left-out',
        name,
        `There is no text on ${pagesNamed(empty)} of ${pages.length}: perhaps pictures of pages`,
      ),
    );
  if (annotated.length > 0)
    found.push(
      diagnose('read.left-out', name, `Not in the text: notes or form fields on ${pagesNamed(annotated)}`),
    );
  const info = (await pdf.getMetadata().catch(() => undefined))?.info as Record<string, unknown> | undefined;
  return {
    opened: {
      ...assembled(pages, labels),
      metadata: propertiesOf(info),
      layer:
        'text layer of a PDF, read with pdf.js; lines rebuilt from the places of the words, a form feed before each page but the first',
    },
    diagnostics: found,
  };
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** A run of characters; one that is written upwards or downwards is turned upright, below all that is. */
function wordOf(item: TextItem): Word {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const size = Math.hypot(c, d) || item.height || 1;
  const upright = Math.abs(b) <= Math.abs(a);
  const text = clean(item.str);
  return upright
    ? { text, x: a < 0 ? -e : e, y: a < 0 ? -f : f, width: item.width, size }
    : { text, x: b > 0 ? f : -f, y: (b > 0 ? -e : e) - 1e6, width: item.width, size };
}

/** What a font maps to no character of a text. */
const clean = (text: string): string =>
  text.replace(/[\0-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]/gu, '\ufffd');

function hasWords(annotation: Record<string, unknown>): boolean {
  if (annotation.subtype === 'Link' || annotation.subtype === 'Popup') return false;
  const contents = (annotation.contentsObj as { str?: string } | undefined)?.str ?? '';
  const value = typeof annotation.fieldValue === 'string' ? annotation.fieldValue : '';
  return contents.trim() !== '' || value.trim() !== '';
}

/** The pages one after the other, with what is the pages' own. */
function assembled(
  pages: readonly (readonly PageLine[])[],
  labels: readonly string[] | null,
): { readonly text: string; readonly furniture: readonly Furniture[]; readonly pages: readonly PageStart[] } {
  const own = furnitureOf(pages.map((lines) => lines.map((l) => l.text.trim())));
  const step = stepOf(pages);
  const furniture: Furniture[] = [];
  const starts: PageStart[] = [];
  let text = '';
  pages.forEach((lines, p) => {
    starts.push({ at: text.length, n: labels?.[p]?.trim() || String(p + 1) });
    if (p > 0) text += '\f';
    const classes = own[p] as ReadonlyMap<number, 'page-head' | 'page-number'>;
    const put = (i: number) => {
      const kind = classes.get(i);
      const line = (lines[i] as PageLine).text;
      if (!kind) return;
      const at = text.length + line.length - line.trimStart().length;
      furniture.push({
        class: kind,
        span: { start: at, end: text.length + line.trimEnd().length },
        rule: 'block.furniture-by-place',
        certainty: 'medium',
      });
      text += `${line}\n`;
    };
    const last = lines.length - 1;
    if (last > 0) put(0);
    const body = lines.filter((_, i) => !classes.has(i));
    if (body.length > 0) text += `${classes.has(0) ? '\n' : ''}${textOfLines(body, step)}\n`;
    if (last > 0 && classes.has(last)) {
      text += '\n';
      put(last);
    }
  });
  return { text, furniture, pages: starts };
}

function pagesNamed(pages: readonly number[]): string {
  const shown = pages.slice(0, 8).join(', ');
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${pages.length > 8 ? ' …' : ''}`;
}

/** Title and author that the file bears, as the file's own. */
function propertiesOf(info: Record<string, unknown> | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const key of ['Title', 'Author', 'Subject'] as const) {
    const value = info?.[key];
    if (typeof value === 'string' && value.trim() !== '')
      found[`file-${key.toLowerCase()}`] = clean(value).trim();
  }
  return found;
}
