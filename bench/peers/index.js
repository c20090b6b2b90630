/**
 * The peers of the validator: Jing and SchXslt2 on Saxon-HE, from Maven, in a folder outside the project.
 *
 *     mvn -f bench/peers/pom.xml dependency:copy-dependencies -DoutputDirectory=JARS
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Says why there are none, and ends. */
export function peers(jars) {
  if (jars === undefined || !existsSync(jars)) {
    console.error(
      'Name the folder of the peers: --jars DIR\nIt is filled by: mvn -f bench/peers/pom.xml dependency:copy-dependencies -DoutputDirectory=DIR',
    );
    process.exit(2);
  }
  const folder = mkdtempSync(join(tmpdir(), 'chancery-peers-'));
  const path = `${join(jars, '*')}:${folder}`;
  must('javac', ['-d', folder, '-cp', join(jars, '*'), join(here, 'Peers.java')]);
  must('unzip', [
    '-qo',
    join(
      jars,
      readdirSync(jars).find((f) => f.startsWith('schxslt2')),
    ),
    'content/*',
    '-d',
    folder,
  ]);
  const run = (...args) => must('java', ['-cp', path, 'Peers', ...args]);
  const transpiler = join(folder, 'content/transpile.xsl');
  writeFileSync(join(folder, 'content/mended.xsl'), mended(readFileSync(transpiler, 'utf8')));
  return {
    folder,
    versions: readdirSync(jars)
      .filter((f) => /^(jing|Saxon|schxslt)/.test(f))
      .map((f) => f.replace('.jar', ''))
      .join(', '),
    jing: (schema, rounds, list) => parsed(run('jing', schema, String(rounds), list)),
    schematron: (sch, rounds, list) => parsed(run('schematron', transpiler, sch, String(rounds), list)),
    /** SchXslt2 with its third rule mended: see below. */
    schematronMended: (sch, list) =>
      parsed(run('schematron', join(folder, 'content/mended.xsl'), sch, '1', list)),
    embedded: (rng, out) => run('extract', join(here, 'embedded.xsl'), rng, out),
    /** Jing as a process of its own: its command line. */
    jingCommand: (schema, files) => [
      'java',
      '-cp',
      path,
      'com.thaiopensource.relaxng.util.Driver',
      schema,
      ...files,
    ],
  };
}

/**
 * SchXslt2 1.4 lets the third rule of a pattern fire for a node that the first has taken: the template of a rule that
 * is passed over goes on to the next without saying that the pattern has had its rule. ISO/IEC 19757-3, 6.5: a rule
 * "acts as an if-then-else statement within each pattern".
 */
function mended(transpiler) {
  const parameter = 'Q{{http://dmaus.name/ns/2023/schxslt}}pattern';
  const told = `<alias:next-match><alias:with-param name="${parameter}" select="$${parameter}"/></alias:next-match>`;
  const text = transpiler.replace(/<alias:next-match\/>(?=\s*<\/alias:when>)/, () => told);
  if (text === transpiler)
    throw new Error('This version of SchXslt2 does not have the fault that is mended here.');
  return text;
}

function must(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (result.error || result.status !== 0) {
    console.error(`${command} failed: ${result.error ?? result.stderr.slice(0, 2000)}`);
    process.exit(3);
  }
  return result.stdout;
}

function parsed(out) {
  const lines = out
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));
  return {
    load: Number(lines.find(([name]) => name === '#load')?.[1]),
    rounds: lines.filter(([name]) => name === '#round').map(([, ms]) => Number(ms)),
    lines: lines.filter(([name]) => !name.startsWith('#')),
  };
}
