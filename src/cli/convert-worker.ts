/** A worker thread of `chancery convert`: opens the surroundings once, then converts one item after another. */
import { workerData } from 'node:worker_threads';
import { written } from '../batch/finding.ts';
import { loadStages } from '../batch/load.ts';
import { type ConvertedItem, convertItem } from './convert-item.ts';
import type { Item } from './gather.ts';
import { surroundings } from './inputs.ts';

/** What the threads are told when they begin. */
export interface ConvertWorkerData {
  readonly formats: readonly string[];
  readonly project?: string;
}

const given = (workerData as readonly [unknown, ConvertWorkerData])[1];

async function open(): Promise<(item: Item) => Promise<ConvertedItem>> {
  const stages = await loadStages(...converting);
  const { context } = await surroundings(given, stages);
  return (item) => convertItem(item, given.formats, context, stages);
}

const converting = ['readRegister', 'stylesheetsOf', 'read', 'encodeSource', 'audit', 'publishTei'] as const;

let convert: ReturnType<typeof open> | undefined;

export default async function work(item: Item): Promise<ConvertedItem> {
  convert ??= open();
  const { documents, findings, ...rest } = await (await convert)(item);
  // The cause of a finding may be anything, and not everything can go from thread to thread.
  return {
    ...rest,
    findings: findings.map(written),
    documents: documents.map((d) => ({ ...d, findings: d.findings.map(written) })),
  };
}
