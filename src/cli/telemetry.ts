/**
 * Traces and metrics of a build, for whoever runs an OpenTelemetry SDK in the process, as its documentation says:
 *
 *     NODE_OPTIONS='--import @opentelemetry/auto-instrumentations-node/register' OTEL_SERVICE_NAME=archive chancery build
 *
 * Only the API is ours, and it is loaded only when one of the standard variables is set.
 */
import type { Span } from '@opentelemetry/api';
import type { ProgressEvent } from '../batch/work.ts';

const variables = [
  'OTEL_SERVICE_NAME',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
  'OTEL_TRACES_EXPORTER',
  'OTEL_METRICS_EXPORTER',
];

export function wantsTelemetry(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment.OTEL_SDK_DISABLED !== 'true' && variables.some((name) => environment[name]);
}

export async function telemetry(): Promise<(event: ProgressEvent) => void> {
  const { context, metrics, SpanStatusCode, trace } = await import('@opentelemetry/api');
  const tracer = trace.getTracer('chancery');
  const meter = metrics.getMeter('chancery');
  const documents = meter.createCounter('chancery.documents', { description: 'Documents done anew.' });
  const stages = meter.createHistogram('chancery.stage.duration', {
    unit: 'ms',
    description: 'Time that a stage took for one document.',
  });
  let whole: Span | undefined;
  return (event) => {
    if (event.type === 'start') {
      whole = tracer.startSpan('chancery.build', { attributes: { 'chancery.documents': event.total } });
    } else if (event.type === 'document') {
      const { entry, times = {} } = event;
      const spent = Object.values(times).reduce((sum, ms) => sum + ms, 0);
      const parent = whole === undefined ? context.active() : trace.setSpan(context.active(), whole);
      const end = Date.now();
      const span = tracer.startSpan(
        'chancery.document',
        {
          startTime: end - spent,
          attributes: {
            'chancery.id': entry.id,
            'chancery.published': entry.published,
            'chancery.errors': entry.counts.errors,
          },
        },
        parent,
      );
      if (!entry.published) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(end);
      documents.add(1, { published: entry.published });
      for (const [stage, ms] of Object.entries(times)) stages.record(ms, { stage });
    } else whole?.end();
  };
}
