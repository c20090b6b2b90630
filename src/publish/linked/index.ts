/**
 * The edition as a whole for machines: its graph, its register as a graph, a letter index (CMIF), a repository file for
 * harvesters (OAI-PMH), the entry to its texts (DTS). What is kept of a document is one small row.
 */
import { draftOf, type MakePart, valuesOf } from '../part.ts';
import type { Sheaf } from '../sheaves.ts';
import { cmif } from './cmif.ts';
import { dtsEntry } from './dts.ts';
import { editionGraph } from './edition-graph.ts';
import { oai } from './oai.ts';
import { registerGraph } from './register-graph.ts';
import type { Row } from './row.ts';

export const linkedPart: MakePart = ({ context }) => [
  {
    name: 'records',
    always: [''],
    share: ({ id, title, kind, number, date, abstract, entities, correspondence }, give) => {
      const subjects = entities.filter((e) => e.mentions.length > 0 && e.register !== undefined);
      const row: Row = {
        id,
        title,
        kind,
        ...(number !== undefined && { number }),
        ...(date !== undefined && { date }),
        ...(abstract !== undefined && { abstract }),
        correspondence,
        subjects: subjects.map((e) => e.name),
      };
      give('records', '', id, row);
      const entries = new Set(entities.flatMap((e) => e.register ?? []));
      for (const entry of entries) give('subjects', entry, id, 1);
    },
    *pages({ rows }: Sheaf<Row>) {
      const all = valuesOf(rows);
      for (const artifact of [
        editionGraph(all, context),
        ...cmif(all, context),
        ...oai(all, context),
        ...dtsEntry(all, context),
      ])
        yield { path: artifact.path, make: () => artifact };
    },
  },
  {
    name: 'subjects',
    pages({ name: entry, rows }: Sheaf<1>, give) {
      give(
        'graph of the register',
        '',
        entry,
        Array.from(rows, (row) => row.order),
      );
      return [];
    },
  },
  {
    name: 'graph of the register',
    always: [''],
    *pages({ rows }: Sheaf<readonly string[]>) {
      const path = 'register.jsonld';
      yield draftOf(path, '', rows, () =>
        registerGraph(new Map(Array.from(rows, (r) => [r.order, r.value])), context),
      );
    },
  },
];
