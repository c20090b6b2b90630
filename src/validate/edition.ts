/**
 * The link graph over a whole edition: what no file can tell by itself. Files are told one by one; then pointers from
 * one document into another, ids of the register that stand in two files, and entries of the register that no
 * document mentions.
 *
 *     ref="register.xml#sato-shoji"   sameAs="reg:sato-shoji"   corresp="1978-07-22-sato-1384.xml#p3"
 */
import { posix } from 'node:path';
import type { Diagnostic, Position } from '../diagnostic.ts';
import type { EntityKind } from '../document.ts';
import { likelyMeant } from '../xml/relaxng/nearest.ts';
import { attribute, type XmlElement } from '../xml/tree.ts';
import { kindOfElement, kindWords } from './register-kinds.ts';
import type { RuleDescription } from './rule.ts';
import { pointing } from './rules/pointers-resolve.ts';

export const editionLinks: RuleDescription = {
  id: 'edition-links',
  code: 'link.unresolved',
  severity: 'error',
  says: 'A pointer into another file of the edition leads to a file and an xml:id in it; sameAs to the same kind of entry.',
  basis: 'TEI chapters 17.1 (Links) and 17.2.3 (Using Abbreviated Pointers)',
};

export const oneEntry: RuleDescription = {
  id: 'one-entry',
  code: 'link.duplicate-id',
  severity: 'error',
  says: 'An entry stands in one register of the edition only.',
  basis: 'TEI chapter 14 (Names, Dates, People, and Places); W3C xml:id',
};

export const orphans: RuleDescription = {
  id: 'orphans',
  code: 'register.orphan',
  severity: 'info',
  says: 'Each entry of the register is mentioned in some document of the edition.',
  basis: 'Practice of registers: what nothing points to is a leftover or a slip in a pointer',
};

interface Pointer {
  readonly from: string;
  readonly position: Position;
  readonly element: string;
  readonly attribute: string;
  readonly written: string;
  readonly file: string;
  readonly id: string | undefined;
  /** What the pointing element is, where `sameAs` says that it is the same as its target. */
  readonly kind: EntityKind | undefined;
}

interface KnownFile {
  readonly ids: ReadonlyMap<
    string,
    { readonly position: Position; readonly kind: EntityKind | undefined; readonly name: string }
  >;
  readonly isRegister: boolean;
  /** Ids that the file itself points to. */
  readonly own: ReadonlySet<string>;
}

export class EditionLinks {
  private readonly files = new Map<string, KnownFile>();
  private readonly pointers: Pointer[] = [];
  /** Ids of the register that a prefix (`reg:`) has named. */
  private readonly mentioned = new Set<string>();

  /** @param file its path, `/` between the parts; all files relative to one folder */
  add(file: string, elements: Iterable<XmlElement>): void {
    const ids = new Map<string, { position: Position; kind: EntityKind | undefined; name: string }>();
    const prefixes = new Map<string, { readonly match: RegExp; readonly replacement: string }>();
    const own = new Set<string>();
    let isRegister = /(^|\/)register\.xml$/.test(file);
    for (const e of elements) {
      const id = attribute(e, 'xml:id');
      const position = { line: e.line, column: e.column };
      if (e.parent === undefined && attribute(e, 'type') === 'register') isRegister = true;
      if (id !== undefined && !ids.has(id)) ids.set(id, { position, kind: kindOfElement(e), name: e.name });
      if (e.name === 'prefixDef') addPrefix(e, prefixes);
      else this.point(e, file, prefixes, own);
    }
    this.files.set(file, { ids, isRegister, own });
  }

  private point(
    e: XmlElement,
    file: string,
    prefixes: ReadonlyMap<string, { readonly match: RegExp; readonly replacement: string }>,
    own: Set<string>,
  ): void {
    for (const { name, value } of e.attributes) {
      if (!pointing.has(name)) continue;
      for (const written of value.trim().split(/\s+/)) {
        if (written.startsWith('#')) own.add(written.slice(1));
        if (written === '' || written.startsWith('#')) continue;
        const prefix = /^([a-z][a-z0-9+.-]*):(.*)$/.exec(written);
        const definition = prefix ? prefixes.get(prefix[1]!) : undefined;
        if (prefix && !definition) continue;
        if (prefix?.[1] === 'reg') this.mentioned.add(prefix[2]!);
        const address =
          definition && prefix ? prefix[2]!.replace(definition.match, definition.replacement) : written;
        const [path = '', id] = address.split('#');
        if (/^[a-z][a-z0-9+.-]*:/.test(address) || !path.endsWith('.xml')) continue;
        this.pointers.push({
          from: file,
          position: { line: e.line, column: e.column },
          element: e.name,
          attribute: name,
          written,
          file: posix.join(posix.dirname(file), path),
          id,
          kind: name === 'sameAs' ? kindOfElement(e) : undefined,
        });
      }
    }
  }

  /**
   * @param exists whether a file that was not told is there all the same
   * @param whole the edition is all here: what nothing points to is an orphan
   */
  findings(exists: (file: string) => boolean, whole: boolean): readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    const used = new Map<string, Set<string>>();
    for (const p of this.pointers) {
      const target = this.files.get(p.file);
      const say = (code: Diagnostic['code'], message: string, fix: string): void => {
        found.push({
          code,
          rule: editionLinks.id,
          severity: 'error',
          file: p.from,
          position: p.position,
          message,
          fix,
        });
      };
      const told = `@${p.attribute} of <${p.element}> points to ${p.written}`;
      if (!target) {
        // A published copy lies elsewhere than its register; the register itself was asked already.
        if (!p.written.startsWith('reg:') && !exists(p.file)) {
          say(
            'link.unresolved',
            `${told}, and there is no file ${p.file}`,
            'Correct the name of the file, or add the file.',
          );
        }
        continue;
      }
      if (p.id === undefined || p.id === '') continue;
      const there = target.ids.get(p.id);
      if (!there) {
        // One pointer by prefix into the register is a finding of the document itself already.
        if (target.isRegister && p.attribute === 'sameAs' && p.written.startsWith('reg:')) continue;
        const close = likelyMeant(p.id, target.ids.keys());
        say(
          'link.unresolved',
          `${told}, which is not in ${p.file}`,
          close === undefined
            ? 'Correct the id, or add what it names.'
            : `Did you mean ${close}? Or add what it names.`,
        );
        continue;
      }
      const names = used.get(p.file) ?? new Set();
      used.set(p.file, names.add(p.id));
      if (
        p.kind !== undefined &&
        there.kind !== undefined &&
        p.kind !== there.kind &&
        !p.written.startsWith('reg:')
      ) {
        say(
          'link.kind',
          `${told}, which is ${kindWords[there.kind]} (<${there.name}>), not ${kindWords[p.kind]}`,
          'Point to one of the same kind.',
        );
      }
    }
    found.push(...this.duplicates());
    if (whole) found.push(...this.orphans(used));
    return found;
  }

  /** An entry stands in one register: the same id in two of them makes `reg:id` mean two. */
  private *duplicates(): Generator<Diagnostic> {
    const first = new Map<string, { readonly file: string; readonly position: Position }>();
    for (const [file, { ids, isRegister }] of this.files) {
      if (!isRegister) continue;
      for (const [id, { position, kind }] of ids) {
        if (kind === undefined) continue;
        const other = first.get(id);
        if (!other) first.set(id, { file, position });
        else {
          yield {
            code: 'link.duplicate-id',
            rule: oneEntry.id,
            severity: 'error',
            file,
            position,
            message: `The entry ${id} stands in ${other.file} too, at line ${other.position.line}`,
            fix: 'Make the two one entry, or rename one of them.',
          };
        }
      }
    }
  }

  private *orphans(used: ReadonlyMap<string, ReadonlySet<string>>): Generator<Diagnostic> {
    if (![...this.files.values()].some((f) => !f.isRegister)) return;
    for (const [file, { ids, isRegister, own }] of this.files) {
      if (!isRegister) continue;
      for (const [id, { position, kind, name }] of ids) {
        if (own.has(id)) continue;
        if (kind === undefined || this.mentioned.has(id) || used.get(file)?.has(id)) continue;
        yield {
          code: 'register.orphan',
          rule: orphans.id,
          severity: 'info',
          file,
          position,
          message: `No document of the edition mentions the entry ${id} (<${name}>)`,
          fix: 'Nothing to do if documents to come will; else remove it.',
        };
      }
    }
  }
}

/** `prefixDef` (TEI chapter 17.2.3): `reg:x` to `register.xml#x`. */
function addPrefix(
  e: XmlElement,
  prefixes: Map<string, { readonly match: RegExp; readonly replacement: string }>,
): void {
  const [ident, match, replacement] = ['ident', 'matchPattern', 'replacementPattern'].map((n) =>
    attribute(e, n),
  );
  if (ident === undefined || match === undefined || replacement === undefined) return;
  try {
    prefixes.set(ident, { match: new RegExp(`^(?:${match})$`, 'u'), replacement });
  } catch {
    // The rule on prefixes says so.
  }
}
