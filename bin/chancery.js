#!/usr/bin/env node
// The command. It only looks whether it can run here, so that the answer is a sentence and not a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`chancery: Node ${process.versions.node} is too old; install Node 20.19 or later.\n`);
  process.exit(2);
}

import('node:fs').then(({ existsSync }) => {
  const main = new URL('../lib/cli/main.js', import.meta.url);
  if (!existsSync(main)) {
    process.stderr.write('chancery: the program is not built yet; run `npm run build` in its folder.\n');
    process.exit(2);
  }
  return import(main.href).then((program) => program.main(process.argv.slice(2)));
});
