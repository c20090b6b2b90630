/** The prose (chancery.odd), the grammar (chancery.rng) and the rules (chancery.sch) speak of the same profile. */
import { describe, expect, test } from 'vitest';
import {
  attribute,
  childElements,
  elementsOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../../src/xml/tree.ts';
import { read } from '../validate/context.ts';
import { haveJing, jing, teiAll } from './jing.ts';

const parse = (path: string): XmlElement => parseXml(read(path), path).root!;
const all = (root: XmlElement, name: string): readonly XmlElement[] =>
  [...elementsOf(root)].filter((e) => e.name === name);

const odd = parse('schemas/chancery.odd');
const rng = parse('schemas/chancery.rng');
const sch = parse('schemas/chancery.sch');

const grammarElements = [...new Set(all(rng, 'element').map((e) => attribute(e, 'name')!))].sort();
const defines = new Map(childElements(rng, 'define').map((d) => [attribute(d, 'name')!, d]));

/** Values that the grammar lists for an attribute of an element, found through its groups of attributes. */
function valuesOf(element: string, name: string): readonly string[] {
  const visit = (e: XmlElement): readonly string[] | undefined => {
    for (const child of childElements(e)) {
      if (child.name === 'attribute' && attribute(child, 'name') === name) {
        return all(child, 'value')
          .map(textOf)
          .concat(
            all(child, 'ref').flatMap((r) => all(defines.get(attribute(r, 'name')!)!, 'value').map(textOf)),
          );
      }
      const next = child.name === 'ref' ? defines.get(attribute(child, 'name')!) : child;
      const isAttributes = child.name !== 'ref' || attribute(child, 'name')!.startsWith('att.');
      const found = next && isAttributes && child.name !== 'element' ? visit(next) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  return visit(all(rng, 'element').find((e) => attribute(e, 'name') === element)!) ?? [];
}

test('the same elements', () => {
  const included = all(odd, 'moduleRef').flatMap((m) =>
    (attribute(m, 'include') ?? '').split(' ').filter(Boolean),
  );
  expect([...included].sort()).toEqual(grammarElements);
});

describe('the same closed lists', () => {
  for (const spec of all(odd, 'elementSpec')) {
    for (const att of all(spec, 'attDef').filter((a) => all(a, 'valItem').length > 0)) {
      const element = attribute(spec, 'ident')!;
      const name = attribute(att, 'ident')!;
      test(`${element}/@${name}`, () => {
        const listed = all(att, 'valItem').map((v) => attribute(v, 'ident')!);
        expect([...listed].sort()).toEqual([...valuesOf(element, name)].sort());
      });
    }
  }
});

test('every fact of a header or a catalogue has its kind of seg', () => {
  const source = read('src/document.ts');
  const names = ['FieldName', 'CatalogueName'].flatMap((type) => {
    const union = new RegExp(`export type ${type} =([^;]*);`).exec(source)?.[1] ?? '';
    return [...union.matchAll(/'([^']+)'/g)].map((m) => m[1]!);
  });
  expect(names.length).toBeGreaterThan(20);
  for (const name of names) expect(valuesOf('seg', 'type')).toContain(name);
});

test('the same rules', () => {
  const list = all(odd, 'div').find((d) => attribute(d, 'xml:id') === 'rules-of-schematron')!;
  const patterns = all(sch, 'pattern').map((p) => [
    attribute(p, 'id'),
    textOf(childElements(p, 'title')[0]!),
  ]);
  const told = all(list, 'label').map((l, i) => [textOf(l), textOf(all(list, 'item')[i]!)]);
  expect(told).toEqual(patterns);
});

test('elements named in the prose exist', () => {
  for (const gi of all(odd, 'gi')) expect(grammarElements).toContain(textOf(gi));
  for (const example of all(odd, 'egXML')) {
    for (const e of elementsOf(example)) if (e !== example) expect(grammarElements).toContain(e.name);
  }
});

test.skipIf(!haveJing)('the ODD itself is TEI', () => {
  expect(jing(teiAll, [read('schemas/chancery.odd')])).toEqual([undefined]);
});
