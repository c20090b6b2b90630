/**
 * The edition as a whole for machines: its graph, its register as a graph, a letter index (CMIF), a repository file for
 * harvesters (OAI-PMH), the entry to its texts (DTS). Each document is looked at once; what is kept of it is one small
 * row.
 */
import type { Artifact } from '../../artifact.ts';
import type { Context } from '../../context.ts';
import { cmif } from './cmif.ts';
import { dtsEntry } from './dts.ts';
import { editionGraph } from './edition-graph.ts';
import { oai } from './oai.ts';
import { registerGraph } from './register-graph.ts';
import type { Linkable, Row, Rows } from './row.ts';

export interface LinkedData {
  readonly take: (document: Linkable) => void;
  readonly finish: () => Iterable<Artifact>;
}

/**
 * In: the edition's settings and register; `rows`, where rows are kept and come out in the order of their keys. Out:
 * artifacts that are the same whatever the order of the documents.
 */
export function linkedData(context: Context, rows: Rows<Row>): LinkedData {
  return {
    take({ id, title, kind, number, date, abstract, entities, correspondence }) {
      rows.add(id, {
        id,
        title,
        kind,
        ...(number !== undefined && { number }),
        ...(date !== undefined && { date }),
        ...(abstract !== undefined && { abstract }),
        correspondence,
        entities: entities.map((e) => ({
          id: e.id,
          kind: e.kind,
          name: e.name,
          register: e.register,
          mentions: e.mentions.length,
        })),
      });
    },
    *finish() {
      yield editionGraph(rows, context);
      yield registerGraph(rows, context);
      yield* cmif(rows, context);
      yield* oai(rows, context);
      yield* dtsEntry(rows, context);
    },
  };
}
