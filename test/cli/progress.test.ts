/** What a build tells while it works: events by their schema, where the time goes, traces where they are wanted. */
import { readFileSync } from 'node:fs';
import { trace } from '@opentelemetry/api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, test } from 'vitest';
import { build } from '../../src/batch/build.ts';
import { eventLines } from '../../src/cli/events.ts';
import { telemetry, wantsTelemetry } from '../../src/cli/telemetry.ts';
import { folderWith } from '../helpers/folder.ts';
import { simpleStages } from '../helpers/stages.ts';

const files = { 'sources/a.txt': 'Alpha', 'sources/b.txt': 'CRASH', 'sources/c.txt': 'Gamma' };
const schema = JSON.parse(readFileSync(new URL('../../schemas/events.schema.json', import.meta.url), 'utf8'));

test('--progress json: each line is an event of the schema; the last says where the time went', async () => {
  const lines: string[] = [];
  let clock = 0;
  const onProgress = eventLines(
    (line) => lines.push(line),
    () => (clock += 500),
  );
  await build({ project: folderWith(files), stages: simpleStages(), onProgress });
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  const events = lines.map((line) => JSON.parse(line));
  for (const event of events) expect(validate(event), JSON.stringify([event, validate.errors])).toBe(true);
  expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  expect(events.map((e) => e.event)).toEqual(['start', 'document', 'document', 'document', 'end']);
  expect(events[1]).toMatchObject({ id: 'a', published: true, done: 1, failed: 0, total: 3, perSecond: 2 });
  expect(events[2]).toMatchObject({ id: 'b', published: false, errors: 1, failed: 1 });
  expect(Object.keys(events[4].milliseconds)).toEqual(expect.arrayContaining(['read', 'encode', 'files']));
  expect(validate({ event: 'document', id: 'a' })).toBe(false);
});

describe('OpenTelemetry', () => {
  afterEach(() => trace.disable());

  test.each([
    [{}, false],
    [{ OTEL_SERVICE_NAME: 'archive' }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_SDK_DISABLED: 'true' }, false],
  ])('%j: %j', (environment, wanted) => {
    expect(wantsTelemetry(environment)).toBe(wanted);
  });

  test('a span for the build, one for each document', async () => {
    const spans: { name: string; attributes: unknown; ended: boolean }[] = [];
    const tracer = {
      startSpan: (name: string, options?: { attributes?: unknown }) => {
        const span = { name, attributes: options?.attributes, ended: false };
        spans.push(span);
        return {
          setStatus: () => {},
          spanContext: () => ({ traceId: '1', spanId: '1', traceFlags: 1 }),
          end: () => {
            span.ended = true;
          },
        };
      },
    };
    trace.setGlobalTracerProvider({ getTracer: () => tracer } as never);
    await build({ project: folderWith(files), stages: simpleStages(), onProgress: await telemetry() });
    expect(spans.map((s) => [s.name, s.ended])).toEqual([
      ['chancery.build', true],
      ...Array.from({ length: 3 }, () => ['chancery.document', true]),
    ]);
    expect(spans[2]?.attributes).toEqual({
      'chancery.id': 'b',
      'chancery.published': false,
      'chancery.errors': 1,
    });
  });
});
