/** The validators of those who made the formats, in Python: CHANCERY_PYTHON names an interpreter that has them (.ci/validators). */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bagOf } from '../../src/deposit/index.ts';
import { root } from '../helpers/command.ts';
import { sampleDeposit } from '../helpers/deposit.ts';
import { emptyFolder } from '../helpers/folder.ts';
import { impossible, shared } from '../helpers/shared.ts';

const python = process.env.CHANCERY_PYTHON;

function verdicts(bag: string, contexts: string, version: string): Record<string, readonly string[]> {
  const script = join(root, 'test/deposit/validators.py');
  const out = execFileSync(python ?? '', [script, bag, contexts, version], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(out.slice(out.lastIndexOf('\n{') + 1));
}

function written(
  version: '1.2' | '1.3',
  change: (path: string, bytes: Uint8Array) => string | Uint8Array,
): string {
  const folder = emptyFolder();
  for (const { path, content } of bagOf(sampleDeposit({ doi: '10.5072/cables.1', crateVersion: version }))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), change(path, content()));
  }
  return folder;
}

describe('validators of others', () => {
  test.for(['1.2', '1.3'] as const)('find nothing in a package with RO-Crate %s', (version, context) => {
    if (python === undefined) impossible('CHANCERY_PYTHON is not set (see .ci/validators)', context);
    const contexts = shared('fixtures/contexts', context);
    const found = verdicts(
      written(version, (_, bytes) => bytes),
      contexts,
      version,
    );
    expect(found).toEqual({
      bagit: [],
      'rocrate-validator': [],
      cffconvert: [],
      rdflib: [],
      pybtex: [],
      rispy: [],
    });
  });

  test('find what is spoilt', (context) => {
    if (python === undefined) impossible('CHANCERY_PYTHON is not set (see .ci/validators)', context);
    const contexts = shared('fixtures/contexts', context);
    const spoilt = written('1.2', (path, bytes) => {
      const text = Buffer.from(bytes).toString('utf8');
      if (path.endsWith('ro-crate-metadata.json')) return text.replace(/"datePublished": "[^"]*",/, '');
      if (path.endsWith('CITATION.cff')) return text.replace(/^title:.*$/m, '');
      if (path.endsWith('.ttl')) return text.replace(/ \.\n$/, '\n');
      return bytes;
    });
    const found = verdicts(spoilt, contexts, '1.2');
    for (const name of ['bagit', 'rocrate-validator', 'cffconvert', 'rdflib']) {
      expect(found[name]?.length, name).toBeGreaterThan(0);
    }
  });
});
