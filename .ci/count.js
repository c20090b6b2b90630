/**
 * Reads the JSON report of vitest and prints «N passed, N failed, N skipped» as its last line. Fails when no test
 * has run, when a file could not be loaded, or when a test is skipped that the list of allowed skips does not name.
 *
 * usage: node .ci/count.js REPORT ALLOWED-SKIPS
 */
import { existsSync, readFileSync } from 'node:fs';

const [reportFile = '', allowedFile = ''] = process.argv.slice(2);
if (!existsSync(reportFile)) {
  console.log('ci: the test runner has left no report');
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}
const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const allowed = new Set(
  readFileSync(allowedFile, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#')),
);

const tests = report.testResults.flatMap((file) =>
  file.assertionResults.map((test) => ({ name: test.fullName, status: test.status, file: file.name })),
);
const passed = tests.filter((test) => test.status === 'passed').length;
const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
// A file that cannot be loaded has no tests in the report, but it has failed.
const broken = report.testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.every((t) => t.status !== 'failed'),
);
const failed = tests.filter((test) => test.status === 'failed').length + broken.length;

const unexpected = skipped.filter((test) => !allowed.has(test.name));
for (const file of broken) console.log(`ci: ${file.name} could not be run: ${file.message ?? ''}`);
for (const test of unexpected) console.log(`ci: skipped, and not in ${allowedFile}: ${test.name}`);
if (passed === 0) console.log('ci: no test has run');
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(passed > 0 && failed === 0 && unexpected.length === 0 ? 0 : 1);
