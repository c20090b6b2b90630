/**
 * What the tables are, for programs and people: Frictionless Data Package 1.0, CSV on the Web (W3C, 2015), and a data
 * dictionary in Markdown. All three say what `columns.ts` says.
 */
import type { Context } from '../../context.ts';
import { type Column, columnsOf, type TableName, tableNames, tables } from './columns.ts';
import { type TableFormatName, tableFormats } from './formats.ts';

export interface Described {
  readonly formats: readonly TableFormatName[];
  readonly context: Context;
  readonly rows: Readonly<Record<TableName, number>>;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const fileOf = (table: TableName, format: TableFormatName): string =>
  `${table}.${tableFormats[format].ending}`;

/** Licences and titles as the edition has them; nothing is said of what the settings leave open. */
export function dataPackage({ formats, context: { settings, built } }: Described): string {
  const { licence } = settings;
  return json({
    profile: 'data-package',
    name: 'tables',
    title: settings.title,
    ...(settings.description !== '' && { description: settings.description }),
    ...(built !== undefined && { created: built }),
    ...(licence.url !== undefined && { licenses: [{ title: licence.name, path: licence.url }] }),
    resources: formats.flatMap((format, at) =>
      tableNames.map((table) => resource(table, format, at === 0 ? '' : `-${format}`)),
    ),
  });
}

function resource(table: TableName, format: TableFormatName, suffix: string): object {
  const { mediaType } = tableFormats[format];
  const { about } = tables[table];
  return {
    name: `${table}${suffix}`,
    path: fileOf(table, format),
    profile: format === 'csv' ? 'tabular-data-resource' : 'data-resource',
    title: about,
    format,
    mediatype: mediaType,
    encoding: 'utf-8',
    // A Parquet file has its columns in itself; readers by way of pandas take a year that is not known for a NaN.
    ...(format !== 'parquet' && { schema: schemaOf(table, suffix) }),
  };
}

function schemaOf(table: TableName, suffix: string): object {
  return {
    fields: columnsOf(table).map(([name, column]) => field(name, column)),
    missingValues: [''],
    primaryKey: tables[table].key,
    ...(table !== 'documents' && {
      foreignKeys: [
        { fields: 'document', reference: { resource: `documents${suffix}`, fields: 'document' } },
      ],
    }),
  };
}

function field(name: string, { type, about, required, list, values }: Column): object {
  const constraints = { ...(required && { required }), ...(values && { enum: values }) };
  return {
    name,
    type,
    description: list ? `${about}. Several are parted by “; ”` : about,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** For the tables in CSV. */
export function csvw({ context: { settings } }: Described): string {
  return json({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': settings.title,
    ...(settings.licence.url !== undefined && { 'dc:license': { '@id': settings.licence.url } }),
    tables: tableNames.map((table) => ({
      url: fileOf(table, 'csv'),
      'dc:description': tables[table].about,
      tableSchema: {
        columns: columnsOf(table).map(([name, { type, about, required, list, values }]) => ({
          name,
          titles: name,
          'dc:description': about,
          datatype: values === undefined ? type : { base: type, format: `^(${values.join('|')})$` },
          ...(required && { required }),
          ...(list && { separator: '; ' }),
        })),
        primaryKey: tables[table].key,
        ...(table !== 'documents' && {
          foreignKeys: [
            {
              columnReference: 'document',
              reference: { resource: fileOf('documents', 'csv'), columnReference: 'document' },
            },
          ],
        }),
      },
    })),
  });
}

/** The data dictionary: every table with its columns in words. */
export function dictionary({ formats, context: { settings }, rows }: Described): string {
  const files = (table: TableName): string => formats.map((f) => `\`${fileOf(table, f)}\``).join(', ');
  return [
    `# ${settings.title}: tables`,
    '',
    'What the edition says, as tables. Every assertion comes with the rule it rests on, how sure the rule is, and whether a person has signed it; what is not known is empty, never guessed.',
    '',
    ...formats.map((f) => `- \`.${tableFormats[f].ending}\`: ${tableFormats[f].about}.`),
    '- `datapackage.json`: the columns for programs, Frictionless Data Package.',
    ...(formats.includes('csv') ? ['- `csv-metadata.json`: the same, CSV on the Web.'] : []),
    '',
    'Rows are in the order of the documents’ ids, then of the text. `document` leads from every table to `documents`. Several values of one cell are parted by `; `. A spreadsheet may take a cell that begins with `=`, `+`, `-` or `@` for a formula: read the columns as text.',
    ...tableNames.flatMap((table) => [
      '',
      `## ${table}`,
      '',
      `${tables[table].about} ${rows[table]} rows, in ${files(table)}. Key: ${tables[table].key.map((k) => `\`${k}\``).join(', ')}.`,
      '',
      ...dictionaryOf(table),
    ]),
    '',
  ].join('\n');
}

/** The columns of a table as a table of Markdown; docs/formats.md has them too. */
export function dictionaryOf(table: TableName): readonly string[] {
  return [
    '| column | type | |',
    '|---|---|---|',
    ...columnsOf(table).map(([name, { type, about, required, list, values }]) => {
      const kind = [type, list && 'several', required && 'always there'].filter(Boolean).join(', ');
      const among = values === undefined ? '' : ` (${values.map((v) => `\`${v}\``).join(', ')})`;
      return `| \`${name}\` | ${kind} | ${about}${among} |`;
    }),
  ];
}
