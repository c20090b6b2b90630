/** `CHANGES.md`: what is different from the version before, for the people who used that one. */
import { type Change, changesSince } from '../compare.ts';
import type { Deposit } from '../model.ts';
import { count, versionOf } from '../words.ts';
import { plain } from './markdown.ts';

export function changesMarkdown(deposit: Deposit): string | undefined {
  const { previous, metadata } = deposit;
  if (previous === undefined) return undefined;
  const { added, removed, changed, unchanged } = changesSince(previous, deposit);
  const doi = previous.doi === undefined ? '' : ` (https://doi.org/${previous.doi})`;
  const summary = [
    added.length > 0 && `${count(added.length, 'document')} added`,
    removed.length > 0 && `${count(removed.length, 'document')} removed`,
    changed.length > 0 && `${count(changed.length, 'document')} changed`,
    unchanged > 0 && `${count(unchanged, 'document')} as before`,
  ].filter(Boolean);
  return [
    `# Changes in version ${metadata.version}`,
    '',
    `This package follows ${versionOf(previous)}${doi}. ${summary.join(', ')}.`,
    '',
    ...section('Added', added),
    ...section('Removed', removed),
    ...section('Changed', changed),
  ].join('\n');
}

function section(title: string, changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const lines = changes.flatMap(({ id, title: name, what }) => [
    `- **${id}**: ${plain(name)}`,
    ...what.map((w) => `  - ${plain(w)}`),
  ]);
  return [`## ${title}`, '', ...lines, ''];
}
