/** A proper name that a field of the header gives: beyond doubt whose it is. */
import type { EntityKind, NameMention, Span } from '../../document.ts';
import type { RuleId } from '../../rules.ts';

export const mention = (span: Span, type: EntityKind, entity: string, rule: RuleId): NameMention => ({
  kind: 'name',
  type,
  form: 'name',
  span,
  entity,
  rule,
  certainty: 'high',
});
