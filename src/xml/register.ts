/**
 * `tei/register.xml` to data. The register is a TEI whose standOff lists people, offices, organisations,
 * places, events and documents (TEI chapter 14); an entry without a name or an id is reported and left out.
 *
 *     <person xml:id="sato-shoji"><persName xml:lang="ja">佐藤正二</persName>
 *       <state type="office" ref="#ambassador-japan-china" from="1977" to="1979"><label>Ambassador …</label></state>
 */
import type { Diagnostic, Position } from '../diagnostic.ts';
import type { EntityKind } from '../document.ts';
import type { Register, RegisterEntry } from '../register.ts';
import { fastXmlParser } from './libraries.ts';
import { scanXml } from './scan.ts';

/** Elements that are entries, and where their names stand. */
const entries: Readonly<Record<string, { readonly kind: EntityKind; readonly names: readonly string[] }>> = {
  person: { kind: 'person', names: ['persName', 'name'] },
  org: { kind: 'org', names: ['orgName', 'roleName', 'name'] },
  place: {
    kind: 'place',
    names: ['placeName', 'settlement', 'region', 'country', 'district', 'geogName', 'name'],
  },
  bibl: { kind: 'document', names: ['title'] },
  event: { kind: 'event', names: ['label', 'head', 'p'] },
};

/** fast-xml-parser keeps order as `{ name: children, ':@': attributes }`; this is that, made easy to walk. */
interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

const parserOptions = {
  preserveOrder: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The five of XML only: the gate has refused every declaration of another.
  processEntities: true,
};

type Raw = Record<string, unknown>;

function nodesOf(raw: readonly Raw[]): readonly Node[] {
  return raw.map((item) => {
    const attributes = (item[':@'] ?? {}) as Record<string, string>;
    const name = Object.keys(item).find((key) => key !== ':@') ?? '';
    if (name === '#text') return { name, attributes, children: [], text: String(item[name]) };
    const children = nodesOf(item[name] as readonly Raw[]);
    return { name, attributes, children, text: children.map((c) => c.text).join('') };
  });
}

export function readRegister(
  xml: string,
  file: string,
): { readonly register: Register; readonly diagnostics: readonly Diagnostic[] } {
  const places = new Map<string, Position>();
  const diagnostics: Diagnostic[] = [];
  diagnostics.push(
    ...scanXml(xml, file, {
      startElement({ attributes, line, column }) {
        const id = attributes.find((a) => a.name === 'xml:id')?.value;
        if (id === undefined) return;
        if (places.has(id)) {
          diagnostics.push({
            code: 'link.duplicate-id',
            severity: 'error',
            file,
            position: { line, column },
            message: `The id ${id} stands twice in the register, first at line ${places.get(id)?.line}`,
            fix: 'Rename one of the two entries, and what points to it.',
          });
        } else places.set(id, { line, column });
      },
    }),
  );
  if (diagnostics.some((d) => d.severity === 'error')) return { register: { entries: [] }, diagnostics };

  const found: RegisterEntry[] = [];
  const report = (message: string, id: string | undefined, fix: string): void => {
    const position = id === undefined ? undefined : places.get(id);
    const place = position ? { position } : {};
    diagnostics.push({ code: 'register.entry', severity: 'warning', file, message, fix, ...place });
  };
  const visit = (node: Node, language: string | undefined, inList: boolean): void => {
    const own = node.attributes['xml:lang'] ?? language;
    const sort = entries[node.name];
    if (sort && inList) {
      const entry = readEntry(node, sort.kind, sort.names, own, report);
      if (entry) found.push(entry);
    }
    for (const child of node.children) visit(child, own, inList || node.name === 'standOff');
  };
  const parser = new (fastXmlParser().XMLParser)(parserOptions);
  for (const node of nodesOf(parser.parse(xml) as readonly Raw[])) visit(node, undefined, false);

  for (const entry of found) {
    const links = [entry.seat, ...entry.offices.flatMap((o) => [o.office, o.org])];
    for (const id of links) {
      if (id !== undefined && !places.has(id)) {
        report(
          `${entry.id} points to #${id}, which is not in the register`,
          entry.id,
          'Add the entry or correct the id.',
        );
      }
    }
  }
  return { register: { entries: found }, diagnostics };
}

type Report = (message: string, id: string | undefined, fix: string) => void;

function readEntry(
  node: Node,
  kind: EntityKind,
  nameElements: readonly string[],
  language: string | undefined,
  report: Report,
): RegisterEntry | undefined {
  const id = node.attributes['xml:id'];
  const names = node.children
    .filter((c) => nameElements.includes(c.name) && c.attributes.type !== 'seat')
    .map((c) => nameOf(c, language))
    .filter((n) => n.text !== '');
  const first = names[0];
  if (id === undefined || first === undefined) {
    // A bibl inside an entry is a reference, not an entry.
    if (id !== undefined) report(`The entry ${id} has no name`, id, `Give it a ${nameElements[0]}.`);
    else if (first && kind !== 'document')
      report(`The entry «${first.text}» has no xml:id`, id, 'Give it an xml:id.');
    return undefined;
  }
  const identifiers = node.children.filter((c) => c.name === 'idno' && c.attributes.type !== undefined);
  const authorities: Record<string, string> = {};
  let zone: string | undefined;
  for (const idno of identifiers) {
    const value = idno.text.trim();
    if (idno.attributes.type === 'tz') {
      if (isZone(value)) zone = value;
      else
        report(
          `${id} has «${value}» as time zone, which is no IANA name`,
          id,
          'Write a name such as Asia/Tokyo.',
        );
    } else authorities[idno.attributes.type!] = value;
  }
  const geo = readGeo(node, id, report);
  const seat = local(
    node.children.find((c) => c.name === 'placeName' && c.attributes.type === 'seat')?.attributes.ref,
  );
  const birth = kind === 'person' ? lifeDate(node, 'birth', ['notBefore', 'when', 'from']) : undefined;
  const death = kind === 'person' ? lifeDate(node, 'death', ['notAfter', 'when', 'to']) : undefined;
  const date = kind === 'document' || kind === 'event' ? dateOf(node) : undefined;
  const type = kind === 'document' ? node.attributes.type : undefined;
  const partOf = local(node.attributes.corresp);
  return {
    id,
    kind: kind === 'org' && node.attributes.type === 'office' ? 'office' : kind,
    name: first.text,
    names,
    offices: kind === 'person' ? node.children.filter(isOffice).map(officeOf) : [],
    ...(birth === undefined ? {} : { birth }),
    ...(death === undefined ? {} : { death }),
    ...(zone === undefined ? {} : { zone }),
    ...(geo === undefined ? {} : { geo }),
    ...(seat === undefined ? {} : { seat }),
    authorities,
    ...(date === undefined ? {} : { date }),
    ...(type === undefined ? {} : { type }),
    ...(partOf === undefined ? {} : { partOf }),
  };
}

function nameOf(node: Node, inherited: string | undefined): RegisterEntry['names'][number] {
  const language = node.attributes['xml:lang'] ?? inherited;
  const type = node.attributes.type;
  return {
    text: plain(node),
    ...(language === undefined ? {} : { language }),
    ...(type === undefined ? {} : { type }),
  };
}

function isOffice(node: Node): boolean {
  if (node.name === 'state') return node.attributes.type === 'office';
  return node.name === 'occupation' || node.name === 'affiliation';
}

/** `state type="office"`: label is the title, ref the office, an orgName inside the organisation. */
function officeOf(node: Node): RegisterEntry['offices'][number] {
  const label = node.children.find((c) => c.name === 'label') ?? node;
  const office = node.name === 'affiliation' ? undefined : local(node.attributes.ref);
  const org =
    node.name === 'affiliation' ? local(node.attributes.ref) : local(find(node, 'orgName')?.attributes.ref);
  const from = node.attributes.from ?? node.attributes.notBefore ?? node.attributes.when;
  const to = node.attributes.to ?? node.attributes.notAfter ?? node.attributes.when;
  return {
    title: plain(label),
    ...(office === undefined ? {} : { office }),
    ...(org === undefined ? {} : { org }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function readGeo(node: Node, id: string, report: Report): readonly [number, number] | undefined {
  const geo = node.children.find((c) => c.name === 'location')?.children.find((c) => c.name === 'geo');
  if (!geo) return undefined;
  const [latitude, longitude, ...more] = geo.text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sound =
    latitude !== undefined &&
    longitude !== undefined &&
    more.length === 0 &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180;
  if (sound) return [latitude, longitude];
  report(
    `${id} has «${geo.text.trim()}» as position`,
    id,
    'Write latitude and longitude in decimal degrees.',
  );
  return undefined;
}

/** Of a birth the earliest day that is possible, of a death the last. */
function lifeDate(node: Node, name: string, attributes: readonly string[]): string | undefined {
  const element = node.children.find((c) => c.name === name);
  return attributes.map((a) => element?.attributes[a]).find((value) => value !== undefined);
}

function dateOf(node: Node): string | undefined {
  const date = node.name === 'event' ? node : node.children.find((c) => c.name === 'date');
  return date?.attributes.when ?? date?.attributes.from ?? date?.attributes.notBefore;
}

function find(node: Node, name: string): Node | undefined {
  for (const child of node.children) {
    const hit = child.name === name ? child : find(child, name);
    if (hit) return hit;
  }
  return undefined;
}

function plain(node: Node): string {
  return node.text.replace(/\s+/g, ' ').trim();
}

function local(pointer: string | undefined): string | undefined {
  return pointer?.startsWith('#') ? pointer.slice(1) : undefined;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}
