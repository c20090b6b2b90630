/**
 * The link graph over a whole edition: what no file can tell by itself. Each file gives its share; then pointers from
 * one document into another are followed, and ids of the register that stand in two files, and entries of the register
 * that no document mentions, are told. Of files that nothing points to no more than their pointers is kept.
 *
 *     ref="register.xml#sato-shoji"   sameAs="reg:sato-shoji"   corresp="1978-07-22-sato-1384.xml#p3"
 */
import type { Diagnostic, Position } from '../diagnostic.ts';
import { compareText } from '../order.ts';
import { likelyMeant } from '../xml/relaxng/nearest.ts';
import type { EditionShare, Pointer, Targets } from './edition-share.ts';
import { kindWords } from './register-kinds.ts';
import type { RuleDescription } from './rule.ts';

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

/** How the files of an edition are looked into. */
export interface Surroundings {
  /** Is a file that gave no share there all the same? */
  readonly exists: (file: string) => boolean;
  /** What a file that gave its share has for others to point to; nothing if it can no longer be read. */
  readonly targets: (file: string) => Targets | undefined;
}

interface RegisterFile {
  readonly file: string;
  readonly targets: Targets;
}

export class EditionLinks {
  private readonly files = new Map<string, { readonly isRegister: boolean }>();
  private readonly pointers: (Pointer & { readonly from: string })[] = [];
  /** Ids of the register that a prefix (`reg:`) has named. */
  private readonly mentioned = new Set<string>();

  add({ file, isRegister, pointers, mentioned }: EditionShare): void {
    this.files.set(file, { isRegister });
    for (const pointer of pointers) this.pointers.push({ ...pointer, from: file });
    for (const id of mentioned) this.mentioned.add(id);
  }

  /**
   * @param around how to look into the files of the edition
   * @param whole the edition is all here: what nothing points to is an orphan
   */
  findings(around: Surroundings, whole: boolean): readonly Diagnostic[] {
    const found: Diagnostic[] = [];
    const used = new Map<string, Set<string>>();
    // In the order of their targets, so that one file after the other is looked into; told in their own order.
    const byTarget = [...this.pointers.entries()].sort(
      ([i, a], [j, b]) => compareText(a.file, b.file) || i - j,
    );
    const told: [number, Diagnostic][] = [];
    let current: { readonly file: string; readonly targets: Targets | undefined } | undefined;
    for (const [index, p] of byTarget) {
      if (current?.file !== p.file) {
        current = { file: p.file, targets: this.files.has(p.file) ? around.targets(p.file) : undefined };
      }
      const target = current.targets;
      const say = (code: Diagnostic['code'], message: string, fix: string): void => {
        const rule = editionLinks.id;
        told.push([
          index,
          { code, rule, severity: 'error', file: p.from, position: p.position, message, fix },
        ]);
      };
      const words = `@${p.attribute} of <${p.element}> points to ${p.written}`;
      if (!target) {
        // A published copy lies elsewhere than its register; the register itself was asked already.
        if (!p.written.startsWith('reg:') && !around.exists(p.file)) {
          say(
            'link.unresolved',
            `${words}, and there is no file ${p.file}`,
            'Correct the name of the file, or add the file.',
          );
        }
        continue;
      }
      if (p.id === undefined || p.id === '') continue;
      const there = target.ids.get(p.id);
      if (!there) {
        // One pointer by prefix into the register is a finding of the document itself already.
        if (this.files.get(p.file)?.isRegister && p.attribute === 'sameAs' && p.written.startsWith('reg:'))
          continue;
        const close = likelyMeant(p.id, target.ids.keys());
        say(
          'link.unresolved',
          `${words}, which is not in ${p.file}`,
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
          `${words}, which is ${kindWords[there.kind]} (<${there.name}>), not ${kindWords[p.kind]}`,
          'Point to one of the same kind.',
        );
      }
    }
    found.push(...told.sort(([i], [j]) => i - j).map(([, finding]) => finding));
    const registers = [...this.files].filter(([, share]) => share.isRegister);
    const entries = registers.flatMap(([file]) => {
      const targets = around.targets(file);
      return targets ? [{ file, targets }] : [];
    });
    found.push(...duplicates(entries));
    if (whole && registers.length < this.files.size) found.push(...this.orphans(entries, used));
    return found;
  }

  private *orphans(
    registers: readonly RegisterFile[],
    used: ReadonlyMap<string, ReadonlySet<string>>,
  ): Generator<Diagnostic> {
    for (const {
      file,
      targets: { ids, own },
    } of registers) {
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

/** An entry stands in one register: the same id in two of them makes `reg:id` mean two. */
function* duplicates(registers: readonly RegisterFile[]): Generator<Diagnostic> {
  const first = new Map<string, { readonly file: string; readonly position: Position }>();
  for (const { file, targets } of registers) {
    for (const [id, { position, kind }] of targets.ids) {
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
