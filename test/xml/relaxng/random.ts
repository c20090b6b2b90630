/** Numbers that look random and are the same in every run (mulberry32), and mutations of XML made with them. */

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from 0 to `n` - 1. */
  below(n: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const VALUES = [
  '',
  'x',
  '1',
  '2001-02-29',
  '1978-07-22',
  'a b',
  '#p1',
  'http://[bad',
  'true',
  '-5',
  '\u00a0',
  'a:b',
  '0.5',
];
const TEXTS = ['text', ' ', '\n', '12', '\u00a0', '&amp;'];

/**
 * A document changed at one to three places: elements renamed, taken out, doubled, swapped, wrapped; attributes
 * taken out, renamed, given values, added; text added or taken out. The result is well-formed.
 */
export function mutate(
  xml: string,
  names: readonly string[],
  attributes: readonly string[],
  random: Random,
): string {
  let result = xml;
  for (let n = 1 + random.below(3); n > 0; n--) {
    const next = mutateOnce(result, names, attributes, random);
    if (next !== undefined) result = next;
  }
  return result;
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: 'start' | 'end' | 'empty';
  /** Index of the tag that ends this one; its own for an empty one. */
  partner: number;
}

const cache = new Map<string, Tag[]>();

function tagsOf(xml: string): Tag[] {
  let tags = cache.get(xml);
  if (tags) return tags;
  tags = [];
  const open: number[] = [];
  for (const m of xml.matchAll(
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(\/?)>/g,
  )) {
    if (m[2] === undefined) continue;
    const kind = m[1] ? 'end' : m[3] ? 'empty' : 'start';
    const index =
      tags.push({ start: m.index, end: m.index + m[0].length, name: m[2], kind, partner: tags.length }) - 1;
    if (kind === 'start') open.push(index);
    if (kind === 'end') {
      const start = open.pop()!;
      tags[start]!.partner = index;
      tags[index]!.partner = start;
    }
  }
  if (cache.size > 50) cache.clear();
  cache.set(xml, tags);
  return tags;
}

function mutateOnce(
  xml: string,
  names: readonly string[],
  attributeNames: readonly string[],
  random: Random,
): string | undefined {
  const tags = tagsOf(xml);
  const starts = tags.filter((tag) => tag.kind !== 'end');
  const tag = random.pick(starts);
  const last = tags[tag.partner]!;
  const isRoot = tag === starts[0];
  const cut = (from: number, to: number, by = ''): string => xml.slice(0, from) + by + xml.slice(to);
  const text = xml.slice(tag.start, tag.end);
  const whole = xml.slice(tag.start, last.end);
  switch (random.below(12)) {
    case 0: {
      const name = random.pick(names);
      const renamed = `<${name}${text.slice(1 + tag.name.length)}`;
      if (tag.kind === 'empty') return cut(tag.start, tag.end, renamed);
      return `${xml.slice(0, tag.start)}${renamed}${xml.slice(tag.end, last.start)}</${name}>${xml.slice(last.end)}`;
    }
    case 1:
      return isRoot ? undefined : cut(tag.start, last.end);
    case 2:
      return isRoot ? undefined : cut(tag.start, last.end, whole + whole);
    case 3: {
      const after = tags[tags.indexOf(last) + 1];
      if (isRoot || !after || after.kind === 'end') return undefined;
      const second = tags[after.partner]!;
      return `${xml.slice(0, tag.start)}${xml.slice(after.start, second.end)}${xml.slice(last.end, after.start)}${whole}${xml.slice(second.end)}`;
    }
    case 4: {
      const name = random.pick(names);
      return cut(tag.start, last.end, `<${name}>${whole}</${name}>`);
    }
    case 5:
      if (tag.kind === 'empty' || isRoot) return undefined;
      return `${xml.slice(0, tag.start)}${xml.slice(tag.end, last.start)}${xml.slice(last.end)}`;
    case 6: {
      const name = random.pick(names);
      return cut(
        tag.kind === 'empty' ? tag.start : tag.end,
        tag.kind === 'empty' ? tag.start : tag.end,
        `<${name}/>`,
      );
    }
    case 7:
      return cut(last.start, last.start, random.pick(TEXTS));
    case 8:
      return tag.kind === 'empty' ? undefined : cut(tag.end, last.start);
    default:
      return mutateAttribute(xml, tag, attributeNames, random);
  }
}

function mutateAttribute(
  xml: string,
  tag: Tag,
  names: readonly string[],
  random: Random,
): string | undefined {
  const text = xml.slice(tag.start, tag.end);
  const attributes = [...text.matchAll(/\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)].filter(
    (m) => !/^xmlns/.test(m[1]!),
  );
  const change = (from: number, to: number, by: string): string =>
    xml.slice(0, tag.start + from) + by + xml.slice(tag.start + to);
  const value = (): string => random.pick(VALUES).replaceAll('"', '');
  const m = attributes.length > 0 && random.chance(70) ? random.pick(attributes) : undefined;
  if (!m) {
    const name = random.pick(names);
    if (attributes.some((other) => other[1] === name)) return undefined;
    const at = 1 + tag.name.length;
    return change(at, at, ` ${name}="${value()}"`);
  }
  const end = m.index + m[0].length;
  switch (random.below(4)) {
    case 0:
      return change(m.index, end, '');
    case 1: {
      const name = random.pick(names);
      if (attributes.some((other) => other[1] === name)) return undefined;
      return change(m.index, end, ` ${name}=${m[2]}`);
    }
    case 2:
      return change(m.index, end, ` ${m[1]}="${value()}"`);
    default: {
      const old = m[2]!.slice(1, -1);
      const at = random.below(old.length + 1);
      return change(
        m.index,
        end,
        ` ${m[1]}="${old.slice(0, at)}${value()}${old.slice(at)}"`.replace(/&(?!\w+;|#)/g, ''),
      );
    }
  }
}
