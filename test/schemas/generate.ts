/**
 * Random documents out of a RELAX NG grammar (XML syntax, as chancery.rng is written): whatever our grammar
 * accepts must be TEI, so what it can say is said at random and shown to tei_all.
 */
import { attribute, childElements, parseXml, textOf, type XmlElement } from '../../src/xml/tree.ts';

export type Random = () => number;

/** Mulberry32: the same seed gives the same documents everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const samples: Readonly<Record<string, readonly string[]>> = {
  '[^\\p{C}\\p{Z}]+': ['word', 'x-1'],
  '\\S+': ['#a', 'reg:a', 'https://example.org/'],
  '#\\S+': ['#a', '#r.rule'],
  '[0-9.,DHMPRSTWYZ/:+\\-]+': ['1978-07-22T19:40+08:00', 'PT2H'],
  'x-[a-z0-9\\-]+': ['x-own'],
  '[\\d]+(\\.[\\d]+){0,2}': ['4.9.0'],
  '[a-z][a-z0-9\\+\\.\\-]*': ['src'],
  '[\\d]+[a-z]*[\\d]*(\\.[\\d]+[a-z]*[\\d]*){0,3}': ['0.1.0'],
  'https://orcid\\.org/(\\d{4}-){3}\\d{3}[\\dX]': ['https://orcid.org/0000-0002-1825-0097'],
  date: ['1978-07-22'],
  gYear: ['1978'],
  gMonth: ['--07'],
  gDay: ['---22'],
  gYearMonth: ['1978-07'],
  gMonthDay: ['--07-22'],
  time: ['19:40:00+08:00'],
  dateTime: ['1978-07-22T19:40:00+08:00'],
  decimal: ['3', '1.5'],
  double: ['0.5'],
  boolean: ['true'],
  duration: ['PT2H'],
  language: ['en', 'zh-Hant'],
  nonNegativeInteger: ['2'],
  Name: ['chancery'],
  string: ['any words'],
};

interface Made {
  attributes: Map<string, string>;
  content: string;
}

/** Each of these gets a share of its own of the size. */
const shares = new Set([
  'fileDesc',
  'msDesc',
  'physDesc',
  'encodingDesc',
  'editorialDecl',
  'profileDesc',
  'text',
  'standOff',
]);

export class Generator {
  private readonly defines = new Map<string, XmlElement>();
  private readonly start: XmlElement;
  private readonly inside = new Map<XmlElement, readonly XmlElement[]>();
  private readonly heights = new Map<XmlElement, number>();
  private ids = 0;
  private size = 0;
  private inList = false;

  private random: Random = () => 0;
  private readonly limit: number;

  constructor(rng: string, limit = 30) {
    this.limit = limit;
    const { root } = parseXml(rng, 'grammar.rng');
    if (!root) throw new Error('The grammar is not well-formed');
    for (const define of childElements(root, 'define')) this.defines.set(attribute(define, 'name')!, define);
    this.start = childElements(root, 'start')[0]!;
    this.measure();
  }

  /** The same seed gives the same document. */
  document(seed: number): string {
    this.random = randomFrom(seed);
    this.ids = 0;
    this.size = 0;
    return this.make(childElements(this.start)[0]!, 0).content;
  }

  private parts(pattern: XmlElement): readonly XmlElement[] {
    const known = this.inside.get(pattern);
    if (known) return known;
    const parts = childElements(pattern).filter((c) => c.name !== 'documentation' && c.name !== 'param');
    this.inside.set(pattern, parts);
    return parts;
  }

  /** Least depth of elements each pattern needs: so that recursion ends. */
  private measure(): void {
    const all: XmlElement[] = [];
    const collect = (e: XmlElement): void => {
      all.push(e);
      for (const c of this.parts(e)) collect(c);
    };
    for (const d of this.defines.values()) collect(d);
    collect(this.start);
    for (const e of all) this.heights.set(e, Number.POSITIVE_INFINITY);
    for (let changed = true; changed; ) {
      changed = false;
      for (const e of all) {
        const height = this.height(e);
        if (height < this.heights.get(e)!) {
          this.heights.set(e, height);
          changed = true;
        }
      }
    }
  }

  private height(e: XmlElement): number {
    const inner = this.parts(e).map((c) => this.heights.get(c)!);
    switch (e.name) {
      case 'ref':
        return this.heights.get(this.defines.get(attribute(e, 'name')!)!)!;
      case 'choice':
        return Math.min(...inner);
      case 'optional':
      case 'zeroOrMore':
      case 'attribute':
      case 'text':
      case 'empty':
      case 'data':
      case 'value':
      case 'list':
        return 0;
      case 'element':
        return 1 + Math.max(0, ...inner);
      default:
        return Math.max(0, ...inner);
    }
  }

  private pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)]!;
  }

  private token(value: string): string {
    return this.inList ? `${value} ` : value;
  }

  private full(depth: number): boolean {
    return this.size > this.limit || depth > 9;
  }

  private make(pattern: XmlElement, depth: number): Made {
    const parts = this.parts(pattern);
    const made: Made = { attributes: new Map(), content: '' };
    const add = (other: Made): void => {
      for (const [k, v] of other.attributes) made.attributes.set(k, v);
      made.content += other.content;
    };
    const each = (): void => {
      for (const part of parts) add(this.make(part, depth));
    };
    switch (pattern.name) {
      case 'ref': {
        const define = this.defines.get(attribute(pattern, 'name')!)!;
        for (const part of this.parts(define)) add(this.make(part, depth));
        break;
      }
      case 'choice': {
        const low = Math.min(...parts.map((p) => this.heights.get(p)!));
        const some = this.full(depth) ? parts.filter((p) => this.heights.get(p)! === low) : parts;
        add(this.make(this.pick(some), depth));
        break;
      }
      case 'optional': {
        const isAttribute = parts.length === 1 && parts[0]!.name === 'attribute';
        const chance = isAttribute ? 0.12 : this.full(depth) ? 0 : 0.5;
        if (this.random() < chance) each();
        break;
      }
      case 'zeroOrMore':
        if (!this.full(depth)) for (let n = Math.floor(this.random() * 4); n > 0; n--) each();
        break;
      case 'oneOrMore':
        each();
        if (!this.full(depth)) for (let n = Math.floor(this.random() * 2.5); n > 0; n--) each();
        break;
      case 'attribute': {
        const value = parts.map((p) => this.make(p, depth).content).join('');
        const name = attribute(pattern, 'name')!;
        made.attributes.set(name, name === 'xml:id' ? `id${++this.ids}` : parts.length === 0 ? 'any' : value);
        break;
      }
      case 'element': {
        // The header would use up what the text may have.
        const share = shares.has(attribute(pattern, 'name')!);
        if (share) this.size = 0;
        this.size += 1;
        const inside: Made = { attributes: new Map(), content: '' };
        for (const part of parts) {
          const m = this.make(part, depth + 1);
          for (const [k, v] of m.attributes) inside.attributes.set(k, v);
          inside.content += m.content;
        }
        if (share) this.size = 0;
        const name = attribute(pattern, 'name')!;
        const written = [...inside.attributes].map(([k, v]) => ` ${k}="${v}"`).join('');
        const xmlns = depth === 0 ? ' xmlns="http://www.tei-c.org/ns/1.0"' : '';
        made.content =
          inside.content === ''
            ? `<${name}${xmlns}${written}/>`
            : `<${name}${xmlns}${written}>${inside.content}</${name}>`;
        break;
      }
      case 'text':
        made.content = this.pick(['words ', 'and “more” ', '']);
        break;
      case 'value':
        made.content = this.token(textOf(pattern));
        break;
      case 'data': {
        const param = childElements(pattern, 'param')[0];
        const isPattern = param !== undefined && attribute(param, 'name') === 'pattern';
        const key = isPattern ? textOf(param) : attribute(pattern, 'type')!;
        if (key !== 'ID' && !samples[key]) throw new Error(`No sample for ${key}`);
        made.content = key === 'ID' ? `id${++this.ids}` : this.token(this.pick(samples[key]!));
        break;
      }
      case 'list': {
        this.inList = true;
        made.content = parts
          .map((part) => this.make(part, depth).content)
          .join('')
          .trim();
        this.inList = false;
        break;
      }
      case 'empty':
        break;
      default:
        each();
    }
    return made;
  }
}
