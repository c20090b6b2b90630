/** Copies of documents in which rules are broken: the same for the same seed, and well-formed. */
const attributes = [
  'type="x"',
  'subtype="y"',
  'when="1978-07-22"',
  'when="2001-01-01"',
  'notBefore="1977"',
  'from="1976"',
  'to="1975"',
  'dur="P1D"',
  'target="#a"',
  'cRef="Gen 1"',
  'corresp="p1"',
  'who="#nobody"',
  'ref="nobody"',
  'n="1"',
  'n="x"',
  'place="foot"',
  'xml:lang="fr"',
  'xml:lang="zz-"',
  'spanTo="#b"',
  'scope="all"',
  'calendar="#julian"',
  'quantity="3"',
  'cert="low"',
  'resp="#chancery"',
];

/** Some forty changes: an attribute more, an element inside one of its own name, an element emptied or taken out. */
export function spoilt(xml, seed) {
  let state = seed;
  const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  const tags = [
    ...xml.matchAll(
      /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>([^<]*<\/\1>)?/g,
    ),
  ].filter((m) => m[1] !== undefined);
  const every = Math.max(1, Math.floor(tags.length / 40));
  let out = '';
  let last = 0;
  for (const m of tags) {
    if (m === tags[0] || below(every) !== 0) continue;
    const [whole, name, own, empty, rest = ''] = m;
    out += xml.slice(last, m.index);
    last = m.index + whole.length;
    const attribute = attributes[below(attributes.length)];
    const adds = new RegExp(`\\s${attribute.split('=')[0]}\\s*=`).test(own) ? '' : ` ${attribute}`;
    const what = rest === '' && empty === '' ? 0 : below(4);
    if (what === 1) out += `<${name}${own}>${whole}</${name}>`;
    else if (what === 2) out += `<${name}/>`;
    else if (what !== 3) out += `<${name}${own}${adds}${empty}>${rest}`;
  }
  return out + xml.slice(last);
}
