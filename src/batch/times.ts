/** Where the time goes: each stage of a document, measured where it is called. Never part of what is written. */
import type { Stages } from './stages.ts';

/** Milliseconds by stage, as a person would name it. */
export type Times = Readonly<Record<string, number>>;

/** Stages that are called for each document, by the name of what they do. */
const names = {
  read: 'read',
  encodeSource: 'encode',
  audit: 'audit',
  publishTei: 'validate and transform',
  factsOf: 'facts',
} as const;

/** The stages, and the time they have taken since. */
export function timed(stages: Stages): { readonly stages: Stages; readonly times: () => Times } {
  const began = performance.now();
  const spent: Record<string, number> = {};
  const add = (name: string, since: number): void => {
    spent[name] = (spent[name] ?? 0) + performance.now() - since;
  };
  const measured = Object.entries(names).map(([key, name]) => {
    const stage = stages[key as keyof typeof names] as (...args: never[]) => unknown;
    return [
      key,
      (...args: never[]): unknown => {
        const since = performance.now();
        const result = stage(...args);
        if (result instanceof Promise) return result.finally(() => add(name, since));
        add(name, since);
        return result;
      },
    ];
  });
  return {
    stages: { ...stages, ...Object.fromEntries(measured) },
    times: () => {
      const inStages = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
      return { ...spent, files: Math.max(0, performance.now() - began - inStages) };
    },
  };
}

export function sumOf(all: Iterable<Times | undefined>): Times {
  const sum: Record<string, number> = {};
  for (const times of all) {
    for (const [name, ms] of Object.entries(times ?? {})) sum[name] = (sum[name] ?? 0) + ms;
  }
  return sum;
}
