/**
 * Style sheets made of Schematron compiled to SEF by the xslt3 package where it is installed, and kept in the
 * project's `.chancery/schematron/` under the hash of what they were made from.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256 } from '../batch/files.ts';
import { programVersion } from '../batch/program.ts';
import type { Compiler } from '../xml/schematron/index.ts';
import type { SchemaCache } from './schema-cache.ts';

export function schematronCompiler(cache: SchemaCache): Compiler {
  return (xslt, uri) => {
    const key = sha256(JSON.stringify([programVersion(), uri, xslt])).slice(0, 24);
    const kept = whole(cache.read(`schematron/${key}.sef.json`));
    if (kept) return kept;
    const sef = compiled(xslt, uri);
    if (sef === undefined) return undefined;
    cache.write(`schematron/${key}.sef.json`, sef);
    return JSON.parse(sef) as object;
  };
}

/** What was kept; nothing if it is damaged. */
function whole(kept: string | undefined): object | undefined {
  try {
    return kept === undefined ? undefined : (JSON.parse(kept) as object);
  } catch {
    return undefined;
  }
}

/** Throws an `Error` with the compiler's words, which name the line. */
function compiled(xslt: string, uri: string): string | undefined {
  const compiler = compilerPath();
  if (compiler === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-schematron-'));
  try {
    const [from, to] = [join(folder, 'rules.xsl'), join(folder, 'rules.sef.json')];
    // Documents that rules name are looked for beside the schema.
    writeFileSync(from, xslt.replace('<xsl:stylesheet ', `<xsl:stylesheet xml:base="${baseOf(uri)}" `));
    execFileSync(process.execPath, [compiler, `-xsl:${from}`, `-export:${to}`, '-nogo'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return readFileSync(to, 'utf8');
  } catch (error) {
    const { stderr } = error as { readonly stderr?: Buffer };
    throw new Error(stderr?.toString('utf8').trim() || (error as Error).message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A path as the address that `xml:base` takes. */
function baseOf(uri: string): string {
  return pathToFileURL(uri).href.replaceAll('&', '&amp;').replaceAll('"', '%22');
}

function compilerPath(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('xslt3/xslt3.js');
  } catch {
    return undefined;
  }
}
