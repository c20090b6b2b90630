/** The linked-data edition in two more syntaxes; the graph is the one of `ID.jsonld`, statement by statement. */
import { documentBase, prefixes } from '../../linked/vocabulary.ts';
import type { Derivation } from '../derivation.ts';
import { toNQuads } from './nquads.ts';
import { triplesOf } from './quads.ts';
import { toTurtle } from './turtle.ts';

export const nquads: Derivation = {
  from: ['jsonld'],
  make: ({ id, edition }) => ({
    artifacts: [
      {
        path: `${id}/${id}.nq`,
        mediaType: 'application/n-quads',
        content: toNQuads(triplesOf(edition('jsonld'))),
      },
    ],
  }),
};

export const turtle: Derivation = {
  from: ['jsonld'],
  make: ({ id, edition, context }) => {
    const base = documentBase(id, context.settings.baseUrl);
    const content = toTurtle(triplesOf(edition('jsonld')), prefixes, base);
    return { artifacts: [{ path: `${id}/${id}.ttl`, mediaType: 'text/turtle', content }] };
  },
};
