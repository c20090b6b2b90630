/**
 * Pictures of a built edition, to be looked at: every page given, at three widths, light and dark, and as it prints.
 *
 *     node test/campaigns/pictures.js DIST OUT PAGE... [--widths 320,768,1440] [--schemes light,dark] [--whole]
 *
 * PAGE is a path under DIST («1978-07-22-sato-1384/index.html», with a fragment or query if wanted); without any, one
 * page of each kind that the edition has. `--whole` takes the page to its foot, else what a first look shows.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    widths: { type: 'string', default: '320,768,1440' },
    schemes: { type: 'string', default: 'light,dark' },
    whole: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const [dist = 'dist', out = 'pictures', ...asked] = positionals;
const pages = asked.length > 0 ? asked : onePageOfEachKind(dist);
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
});
for (const width of values.widths.split(',').map(Number))
  for (const colorScheme of values.schemes.split(',')) {
    const context = await browser.newContext({
      viewport: { width, height: width < 500 ? 800 : 900 },
      colorScheme,
    });
    const page = await context.newPage();
    for (const path of pages) {
      await show(page, path);
      await page.screenshot({
        path: join(out, `${nameOf(path)}.${width}.${colorScheme}.png`),
        fullPage: values.whole,
      });
    }
    await context.close();
  }
if (values.print) {
  const page = await browser.newPage();
  for (const path of pages) {
    await show(page, path);
    await page.pdf({
      path: join(out, `${nameOf(path)}.pdf`),
      preferCSSPageSize: true,
      printBackground: true,
    });
  }
}
await browser.close();

async function show(page, path) {
  await page.goto(new URL(path, `${pathToFileURL(resolve(dist)).href}/`).href);
  if (path.startsWith('search.html?')) await page.waitForSelector('#results[data-state=done]');
}

function nameOf(path) {
  return path
    .replace(/\/index\.html(?=$|#)/, '')
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80);
}

/** The first page, in the order of the names, in each folder of the site that has pages of a kind of its own. */
function onePageOfEachKind(folder) {
  const at = (path) => (existsSync(join(folder, path)) ? [path] : []);
  const first = (path) =>
    existsSync(join(folder, path))
      ? readdirSync(join(folder, path))
          .filter((name) => name.endsWith('.html') && name !== 'index.html')
          .sort()
          .slice(0, 1)
          .map((name) => `${path}/${name}`)
      : [];
  const documents = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, `${entry.name}.xml`)))
    .map(({ name }) => name)
    .sort();
  const month = first('documents').map((path) => path.replace(/(\d{4}).*/, '$1.html'));
  return [
    ...documents.slice(0, 1).flatMap((id) => [...at(`${id}/index.html`), ...at(`${id}/source.html`)]),
    ...['index.html', 'documents/index.html', ...month].flatMap(at),
    ...first('documents').slice(0, 1),
    ...['browse/index.html', 'register/index.html', 'register/person/index.html'].flatMap(at),
    ...['browse/sender', 'register/person', 'register/place', 'timeline', 'report'].flatMap(first),
    ...['timeline/index.html', 'network.html', 'map.html', 'statistics.html', 'about.html'].flatMap(at),
    ...['search.html', 'report.html', '404.html'].flatMap(at),
    'search.html?q=the',
  ];
}
