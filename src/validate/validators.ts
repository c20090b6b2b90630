/**
 * From media type to checks, in one table. To check a new kind of file: a module and a line here.
 *
 * `checks` names what a validator looks at, and the codes by which a finding belongs to it: so that a report can
 * say of each check that it was passed.
 */
import type { Artifact, MediaType } from '../artifact.ts';
import type { Context } from '../context.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { validateHtml } from './html.ts';
import { validateJson } from './json.ts';
import type { ValidateOptions } from './options.ts';
import { validateTei } from './tei.ts';

export interface NamedCheck {
  readonly name: string;
  /** Codes, or beginnings of codes, of its findings. */
  readonly codes: readonly string[];
}

export interface Validator {
  readonly run: (artifact: Artifact, context: Context, options: ValidateOptions) => readonly Diagnostic[];
  readonly checks: readonly NamedCheck[];
}

const json: Validator = {
  run: (artifact) => validateJson(artifact),
  checks: [
    { name: 'JSON', codes: ['json.syntax'] },
    { name: 'JSON Schema', codes: ['json.schema', 'settings.'] },
  ],
};

export const validators: Readonly<Partial<Record<MediaType, Validator>>> = {
  'application/tei+xml': {
    run: validateTei,
    checks: [
      { name: 'well-formed XML', codes: ['xml.'] },
      { name: 'TEI grammar (RELAX NG)', codes: ['tei.namespace', 'tei.schema'] },
      { name: 'links', codes: ['link.'] },
      { name: 'rules (Schematron)', codes: ['tei.rule', 'audit.piece', 'audit.evidence'] },
      { name: 'chronology', codes: ['chronology.'] },
      { name: 'numbering', codes: ['numbering.'] },
      { name: 'quotation marks', codes: ['quotation.'] },
      { name: 'sense', codes: ['text.', 'header.', 'classification.', 'review.'] },
    ],
  },
  'application/ld+json': json,
  'application/json': json,
  'text/html': {
    run: (artifact) => validateHtml(artifact),
    checks: [{ name: 'HTML', codes: ['html.', 'redaction.'] }],
  },
};
