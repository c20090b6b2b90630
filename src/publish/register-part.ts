/**
 * The registers. `register/index.html` has the entries of the edition's register, each under its id;
 * `register/person/index.html` every name of a kind; `register/person/han-nianlong.html` an entry, or a name that
 * several documents have, with every mention in its context.
 */
import type { EntityKind } from '../document.ts';
import { Parties } from './facets.ts';
import { initial, slug, sortForm } from './names.ts';
import { pagePath } from './paging.ts';
import { draftOf, type MakePart, valuesOf } from './part.ts';
import {
  type Claim,
  entryPage,
  kindIndex,
  kinds,
  type Letter,
  letterPages,
  type Name,
  namesPerPage,
  registerIndex,
  roleNames,
  type Use,
} from './register-pages.ts';
import { dealtOut } from './search/numbers.ts';
import type { Found } from './search/search-names.ts';
import { checksum, type Sheaf } from './sheaves.ts';
import { portions } from './sorted.ts';
import { summaryKey } from './summary.ts';

/** Documents on a page of mentions. */
const documentsPerPage = 60;

/** Uses by name, names by letter, letters by kind; and the entries of the register, whether they are used or not. */
export const registerPart: MakePart = (site) => {
  const { register } = site.context;
  const parties = new Parties(register);
  const known = new Map(register.entries.map((e) => [e.id, e]));
  return [
    {
      name: 'uses',
      share: (document, give) => {
        const { id, title, date } = document;
        for (const [
          i,
          { id: anchor, kind, name, register: entry, mentions },
        ] of document.entities.entries()) {
          const value = parties.valueOf({ name, ...(entry && { register: entry }) });
          // A blank stands before all that an id may have.
          give(
            'uses',
            `${kinds.indexOf(kind)}/${value.slug}`,
            `${summaryKey(document)} ${String(i).padStart(5, '0')}`,
            {
              label: value.label,
              ...(entry && { register: entry }),
              id,
              title,
              ...(date && { date }),
              anchor,
              mentions,
            },
          );
        }
      },
      *pages({ name: group, size, rows, other }: Sheaf<Use>, give) {
        const index = group.slice(0, group.indexOf('/'));
        const path = group.slice(group.indexOf('/') + 1);
        const kind = kinds[Number(index)] ?? 'person';
        const roles = roleNames.filter((role) => other('values', `${role}/${path}`).size > 0);
        const [first] = rows;
        const { label = '' } = first?.value ?? {};
        let mentions = 0;
        let register: string | undefined;
        for (const { value } of rows) {
          mentions += value.mentions.length;
          register ??= value.register;
        }
        const only = size === 1 && register === undefined ? first?.value : undefined;
        const name: Name = { slug: path, label, documents: size, mentions, ...(only && { only }) };
        give('names', `${index}/${initial(label)}`, `${sortForm(label)}\t${path}`, name);
        if (size > 1 || register !== undefined) {
          const found: Found = { label, documents: size, ...(register && { register }) };
          give('found names', dealtOut(`${kind}/${path}`), `${kind}/${path}`, found);
        }
        if (register !== undefined)
          give('entries', register, index, { kind, label, slug: path, documents: size });
        if (only) return;
        const entry = register === undefined ? undefined : known.get(register);
        const of = Math.ceil(size / documentsPerPage);
        let number = 0;
        for (const portion of portions(rows, documentsPerPage)) {
          const leaf = { kind, path, label, ...(entry && { entry }), roles, size, number: ++number, of };
          yield draftOf(
            pagePath(`register/${kind}/${path}.html`, number),
            [label, size, roles, register],
            portion,
            () => entryPage({ ...leaf, uses: valuesOf(portion) }, site),
          );
        }
      },
    },
    {
      name: 'entries',
      always: register.entries.map((entry) => entry.id),
      *pages({ name: id, rows }: Sheaf<Claim>, give) {
        const claims = valuesOf(rows);
        give('register', 'entries', id, claims.at(-1) ?? null);
        const entry = known.get(id);
        if (entry === undefined || claims.length > 0) return;
        const { kind, name: label } = entry;
        const path = slug(id);
        const index = kinds.indexOf(kind);
        const name: Name = { slug: path, label, documents: 0, mentions: 0 };
        give('names', `${index}/${initial(label)}`, `${sortForm(label)}\t${path}\t`, name);
        const leaf = { kind, path, label, entry, size: 0, number: 1, of: 1, uses: [], roles: [] };
        yield draftOf(`register/${kind}/${path}.html`, 'unused', [], () => entryPage(leaf, site));
      },
    },
    {
      name: 'names',
      pages({ name, size, rows }: Sheaf<Name>, give) {
        const [index = '', letter = ''] = name.split('/');
        const letters: Letter = { size, sum: checksum(...Array.from(rows, (row) => row.order + row.hash)) };
        give('kinds', index, letter, letters);
        return [];
      },
    },
    {
      name: 'kinds',
      *pages({ name: index, rows, other }: Sheaf<Letter>, give) {
        const kind = kinds[Number(index)] ?? 'person';
        const letters = Array.from(rows, (row) => ({ letter: row.order, ...row.value }));
        const total = letters.reduce((n, { size }) => n + size, 0);
        give('register', 'kinds', index, total);
        give('front', '', `register ${index}`, [kind, total]);
        const many = total > namesPerPage;
        if (many) for (const { letter, ...own } of letters) give('letters', `${index}/${letter}`, '', own);
        yield draftOf(`register/${kind}/index.html`, '', rows, () => {
          const few = many
            ? []
            : letters.flatMap(({ letter }) => valuesOf(other<Name>('names', `${index}/${letter}`).rows));
          return kindIndex(kind, few, many ? letters : [], total, site);
        });
      },
    },
    {
      name: 'letters',
      pages: ({ name, other }: Sheaf<Letter>) => {
        const [index = '', letter = ''] = name.split('/');
        return letterPages(kinds[Number(index)] ?? 'person', letter, other<Name>('names', name), site);
      },
    },
    {
      name: 'register',
      pages({ name, rows }: Sheaf<Claim | number | null>, give) {
        const sum = checksum(...Array.from(rows, (row) => row.order + row.hash));
        give('index of the register', '', name, sum);
        return [];
      },
    },
    {
      name: 'index of the register',
      always: [''],
      *pages({ rows, other }: Sheaf<string>) {
        yield draftOf('register/index.html', '', rows, () => {
          const claimed = new Map(
            Array.from(
              other<Claim | null>('register', 'entries').rows,
              (row) => [row.order, row.value] as const,
            ).flatMap(([id, claim]) => (claim === null ? [] : [[id, claim] as const])),
          );
          const totals = new Map(
            Array.from(other<number>('register', 'kinds').rows, (row) => [
              kinds[Number(row.order)] as EntityKind,
              row.value,
            ]),
          );
          return registerIndex(claimed, totals, site);
        });
      },
    },
  ];
};
