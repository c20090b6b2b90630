/** What only several files together can tell, and what settings make of findings. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic.ts';
import { checkEdition, Suppressions, shareOfXml, withSeverities } from '../../src/validate/index.ts';

const prefix = '<prefixDef ident="reg" matchPattern="(.+)" replacementPattern="register.xml#$1"/>';
const register = `<TEI type="register"><standOff>
<person xml:id="sato"/><person xml:id="han" corresp="#mfa"/>
<org xml:id="mfa"/><place xml:id="beijing"/></standOff></TEI>`;

function told(files: Readonly<Record<string, string>>, whole = true): readonly string[] {
  // As a build remembers them.
  const shares = Object.entries(files).map(([file, xml]) =>
    JSON.parse(JSON.stringify(shareOfXml(xml, file))),
  );
  return checkEdition(
    shares,
    (file) => files[file] ?? (file === 'tei/there.xml' ? '<TEI/>' : undefined),
    whole,
  ).map((f) => `${f.file}:${f.position?.line} ${f.severity} ${f.code} ${f.message}`);
}

describe('the edition', () => {
  test('pointers from file to file, orphans', () => {
    const a = `<TEI>${prefix}
<p corresp="b.xml#x b.xml#y there.xml#z none.xml" ref="reg:sato"/>
<person sameAs="register.xml#han"/>
<place sameAs="register.xml#mfa"/></TEI>`;
    expect(
      told({ 'tei/a.xml': a, 'tei/b.xml': '<TEI><p xml:id="x"/></TEI>', 'tei/register.xml': register }),
    ).toEqual([
      'tei/a.xml:2 error link.unresolved @corresp of <p> points to b.xml#y, which is not in tei/b.xml',
      'tei/a.xml:2 error link.unresolved @corresp of <p> points to none.xml, and there is no file tei/none.xml',
      'tei/a.xml:4 error link.kind @sameAs of <place> points to register.xml#mfa, which is an organisation (<org>), not a place',
      'tei/register.xml:3 info register.orphan No document of the edition mentions the entry beijing (<place>)',
    ]);
  });

  test('an entry in two registers; no orphans where the edition is not all here', () => {
    const other = '<TEI type="register"><org xml:id="mfa"/></TEI>';
    expect(
      told({ 'tei/register.xml': register, 'tei/places.xml': other, 'tei/a.xml': '<TEI/>' }, false),
    ).toEqual([
      'tei/places.xml:1 error link.duplicate-id The entry mfa stands in tei/register.xml too, at line 3',
    ]);
  });
});

const found = (message: string, rule?: string, file = 'tei/a.xml'): Diagnostic => ({
  code: 'tei.rule',
  ...(rule === undefined ? {} : { rule }),
  severity: 'error',
  message,
  file,
});

test('severities: the rule before the code', () => {
  const findings = [found('X', 'a'), found('Y', 'b'), found('Z')];
  const severities = { 'tei.rule': 'warning', a: 'info', b: 'off' } as const;
  expect(withSeverities(findings, severities).map((f) => `${f.message} ${f.severity}`)).toEqual([
    'X info',
    'Z warning',
  ]);
});

test('suppressions, and those that match nothing any more', () => {
  const list = [
    { rule: 'a', file: 'tei/*.xml', reason: 'as printed' },
    { code: 'link.kind', reason: 'never' },
    { rule: 'b', file: 'tei/b.xml', reason: 'not looked at' },
  ];
  const findings = [found('X', 'a'), found('Y', 'b'), found('X', 'a', 'tei/deep/a.xml')];
  const suppressions = new Suppressions(list);
  const result = suppressions.apply(findings, (file) => file);
  expect(result.findings).toEqual(findings.slice(1));
  expect(result.suppressed).toEqual([{ finding: findings[0], reason: 'as printed' }]);
  expect(suppressions.stale(['tei/a.xml'], true)).toEqual([list[1]]);
  expect(suppressions.stale(['tei/a.xml'], false)).toEqual([]);
});
