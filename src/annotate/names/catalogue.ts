/** People and institutions of the archive's citation: contributor, translator, repository. */
import type { CatalogueFact, EntityKind } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { entryNamed } from './match.ts';

const kinds: Partial<Record<CatalogueFact['name'], EntityKind>> = {
  contributor: 'person',
  translator: 'person',
  repository: 'org',
  'other-holder': 'org',
};

export function annotateCatalogueNames(draft: Draft): void {
  for (const fact of draft.document.header.catalogue) {
    const kind = kinds[fact.name];
    if (!kind) continue;
    const entry = entryNamed(draft.context.register, fact.value, [kind]);
    const known = draft.entities.find((e) => e.kind === kind && e.name === fact.value);
    // The archive's people are not the document's: they take no part in the reading of its names.
    const entity = known ?? draft.addEntity(kind, fact.value, { role: fact.name, tokens: '' }, entry?.id);
    draft.add({
      kind: 'name',
      type: kind,
      form: 'name',
      span: fact.span,
      entity: entity.id,
      rule: fact.rule,
      certainty: fact.certainty,
    });
  }
}
