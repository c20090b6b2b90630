/** The register in words for people: its entries, and what an editor might do with it. */
import type { DocumentMentions } from '../register/mentions.ts';
import type { Proposal } from '../register/propose.ts';
import type { Register, RegisterEntry } from '../register.ts';
import { count, oneLine } from './report.ts';

export interface ListedEntry {
  readonly id: string;
  readonly kind: RegisterEntry['kind'];
  readonly name: string;
  readonly names: RegisterEntry['names'];
  readonly offices: RegisterEntry['offices'];
  readonly mentions: number;
  readonly files: readonly string[];
}

/** Entries in the order of the register, each with how often the edition names it. */
export function listed(register: Register, documents: readonly DocumentMentions[]): readonly ListedEntry[] {
  const uses = new Map<string, { mentions: number; files: Set<string> }>();
  for (const { file, entities } of documents)
    for (const { register: id, mentions } of entities) {
      if (id === undefined) continue;
      const use = uses.get(id) ?? { mentions: 0, files: new Set<string>() };
      use.mentions += mentions;
      use.files.add(file);
      uses.set(id, use);
    }
  return register.entries.map(({ id, kind, name, names, offices }) => {
    const use = uses.get(id);
    return { id, kind, name, names, offices, mentions: use?.mentions ?? 0, files: [...(use?.files ?? [])] };
  });
}

/**
 * > | person
 *   |   sato-shoji    Sato Shoji    14 mentions in 1 document
 */
export function listText(entries: readonly ListedEntry[]): string {
  const lines: string[] = [];
  for (const kind of ['person', 'office', 'org', 'place', 'document', 'event'] as const) {
    const own = entries.filter((e) => e.kind === kind);
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(kind);
    const width = Math.min(40, Math.max(...own.map((e) => e.id.length)));
    for (const e of own)
      lines.push(
        `  ${e.id.padEnd(width)}  ${oneLine(e.name)}  (${count(e.mentions, 'mention')} in ${count(e.files.length, 'document')})`,
      );
  }
  const last = `${count(entries.length, 'entry', 'entries')}, ${entries.filter((e) => e.mentions === 0).length} of them never mentioned.`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), last].join('\n')}\n`;
}

export function proposalText(proposals: readonly Proposal[]): string {
  const lines = proposals.flatMap(proposalLines);
  const of = (type: Proposal['type']) => proposals.filter((p) => p.type === type).length;
  const last = `${count(of('question'), 'open question')}, ${count(of('merge'), 'merge')} and ${count(of('new'), 'new entry', 'new entries')} proposed; nothing was changed.`;
  return `${[...lines, ...(lines.length > 0 ? [''] : []), last].join('\n')}\n`;
}

function proposalLines(p: Proposal): readonly string[] {
  const reasons = p.reasons.map((r) => `    ${oneLine(r)}`);
  switch (p.type) {
    case 'question':
      return [
        `question: ${p.kind} «${oneLine(p.name)}» may be ${p.candidates.join(' or ')}`,
        ...reasons,
        `    in ${p.files.slice(0, 3).join(', ')}${p.files.length > 3 ? ' …' : ''}`,
      ];
    case 'merge':
      return [
        `merge: ${p.keep} and ${p.drop}`,
        ...reasons,
        `    chancery register merge ${p.keep} ${p.drop}`,
      ];
    case 'new':
      return [
        `new: ${p.kind} «${oneLine(p.name)}»`,
        ...(p.aliases.length > 0 ? [`    also ${p.aliases.map((a) => `«${oneLine(a)}»`).join(', ')}`] : []),
        ...p.offices.map(
          (o) =>
            `    ${oneLine(o.title)}${o.from ? `, seen ${o.from}` : ''}${o.to && o.to !== o.from ? ` to ${o.to}` : ''}`,
        ),
        ...reasons,
        `    chancery register add ${p.id}`,
      ];
  }
}
