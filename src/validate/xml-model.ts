/**
 * The schemas a document names itself: `<?xml-model?>` (W3C, Associating Schemas with XML documents 1.0) before the
 * root.
 *
 *     <?xml-model href="tei_all.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>
 */
import type { Position } from '../diagnostic.ts';
import { positionsIn } from '../xml/scan.ts';

export interface NamedSchema {
  readonly href: string;
  /** `other`: a language that is not read here (XML Schema, NVDL). */
  readonly language: 'relaxng' | 'schematron' | 'other';
  /** Phase of a Schematron, where one is named. */
  readonly phase?: string;
  readonly position: Position;
}

const relaxngNamespace = 'http://relaxng.org/ns/structure/1.0';
const schematronNamespaces = ['http://purl.oclc.org/dsdl/schematron', 'http://www.ascc.net/xml/schematron'];

/** In the order of the document; a schema named twice in one language stands once. */
export function schemasNamed(xml: string): readonly NamedSchema[] {
  const found: NamedSchema[] = [];
  const positionOf = positionsIn(xml);
  const prolog = /\s*(?:<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[^\]]*\])*>|<\?([^\s?]+)([\s\S]*?)\?>)/y;
  prolog.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  for (let match = prolog.exec(xml); match; match = prolog.exec(xml)) {
    if (match[1] !== 'xml-model') continue;
    const given = pseudoAttributes(match[2] ?? '');
    const href = given.get('href');
    if (href === undefined || href === '') continue;
    const language = languageOf(href, given.get('schematypens'), given.get('type'));
    if (found.some((f) => f.href === href && f.language === language)) continue;
    const phase = given.get('phase');
    found.push({
      href,
      language,
      ...(phase === undefined || phase === '' ? {} : { phase }),
      position: positionOf(match.index + match[0].indexOf('<?')),
    });
  }
  return found;
}

function languageOf(href: string, namespace: string | undefined, type: string | undefined) {
  if (namespace === relaxngNamespace) return 'relaxng';
  if (namespace !== undefined && namespace !== '') {
    return schematronNamespaces.includes(namespace) ? 'schematron' : 'other';
  }
  if (type === 'application/relax-ng-compact-syntax') return 'relaxng';
  return languageOfFile(href) ?? 'other';
}

/** By the ending of its name. */
export function languageOfFile(name: string): 'relaxng' | 'schematron' | undefined {
  const path = name.replace(/[?#].*$/, '');
  if (/\.(rng|rnc)$/i.test(path)) return 'relaxng';
  return /\.(sch|isosch|schematron)$/i.test(path) ? 'schematron' : undefined;
}

/** `name="value"` in an instruction, references resolved (Associating Style Sheets 1.0, section 3). */
function pseudoAttributes(body: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', double, single] of body.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(
      name,
      (double ?? single ?? '').replace(/&(lt|gt|quot|apos|amp);/g, (_, n) => characters[n] ?? ''),
    );
  }
  return found;
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
