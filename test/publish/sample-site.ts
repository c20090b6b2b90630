/** A small edition with everything its pages can show: documents, register with coordinates, report. */

import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifact } from '../../src/artifact.ts';
import type { Context } from '../../src/context.ts';
import { bound } from '../../src/publish/binding.ts';
import {
  type DocumentFacts,
  factsOf,
  type NavigationDraft,
  type PublishedDocument,
  publish,
  reportPages,
  siteParts,
} from '../../src/publish/index.ts';
import { withNavigation } from '../../src/publish/neighbours/index.ts';
import { PassingStore } from '../../src/publish/sheaves.ts';
import { Sorted } from '../../src/publish/sorted.ts';
import type { Report } from '../../src/report.ts';
import type { Settings } from '../../src/settings.ts';
import { formatNames } from '../../src/transform/formats.ts';
import { idOf, transform } from '../../src/transform/index.ts';
import { readRegister } from '../../src/xml/register.ts';
import { cable, contextWith, hostile, variety } from '../transform/documents.ts';

export const scratch = join(tmpdir(), `chancery-scratch-${process.pid}`);

const registerXml = readFileSync(new URL('../../tei/register.xml', import.meta.url), 'utf8');

const sampleDocuments = [cable, variety, hostile];

export function sampleContext(settings: Partial<Settings> = {}): Context {
  return {
    ...contextWith({ title: 'Test edition', description: 'Documents to look at', ...settings }),
    register: readRegister(registerXml, 'register.xml').register,
  };
}

export function sampleFacts(): readonly PublishedDocument[] {
  return sampleDocuments.map((d) => ({ ...factsOf(d.content as string, idOf(d.path)), questions: 2 }));
}

/** A document made up for lists: what is not given is plain. */
export function madeUp(id: string, own: Partial<PublishedDocument> = {}): PublishedDocument {
  return {
    id,
    title: `Letter ${id}`,
    kind: 'Letter',
    senders: [],
    addressees: [],
    from: [],
    to: [],
    markings: [],
    languages: ['en'],
    events: [],
    entities: [],
    correspondence: { actions: [], languages: [] },
    passages: [],
    declarations: [],
    utterances: 0,
    paragraphs: 0,
    status: 'unreviewed',
    ...own,
  };
}

/** Every file of the edition. */
export function sampleSite(report: Report, settings: Partial<Settings> = {}): readonly Artifact[] {
  const context = sampleContext(settings);
  const facts = sampleFacts();
  const navigations = new Map(
    Array.from(navigationsOf(facts, context), ([id, markup]) => [`${id}/index.html`, markup]),
  );
  const navigated = (page: Artifact): Artifact => {
    const navigation = navigations.get(page.path);
    return navigation === undefined
      ? page
      : { ...page, content: withNavigation(String(page.content), navigation) };
  };
  return [
    ...sampleDocuments.flatMap((d) => transform(d, formatNames, context).artifacts.map(navigated)),
    ...publish(facts, context, { scratch }),
    ...reportPages(report, context, { scratch }),
  ];
}

/** The navigation of each document that has neighbours. */
export function navigationsOf(
  documents: readonly DocumentFacts[],
  context: Context,
): ReadonlyMap<string, string> {
  const steps = bound({
    parts: siteParts(context),
    changes: documents.map((document) => ({ id: document.id, document })),
    store: new PassingStore(),
    sorted: () => new Sorted(scratch),
    anew: true,
  });
  const found = Array.from(steps, ({ draft }) => (draft as NavigationDraft | undefined)?.navigation);
  return new Map(found.flatMap((own) => (own ? [[own.id, own.markup] as const] : [])));
}
