/**
 * An edition's own styles and furniture: what stands in `assets/` of the project takes the place of the package's
 * file of that name, other files are published beside them; `assets/own.css` is added to the style of every page,
 * and `assets/words.json` has words in place of the pages' own.
 */
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isAsset } from '../publish/assets.ts';
import { english } from '../words/index.ts';
import { CommandError } from './errors.ts';
import { filesUnder, readIfThere, sha256 } from './files.ts';
import { packageRoot } from './program.ts';

export interface Furniture {
  readonly assets?: ReadonlyMap<string, Uint8Array>;
  readonly words?: Readonly<Record<string, string>>;
}

const folderName = 'assets';
const wordsFile = 'words.json';

/** The package itself is a project too: its `assets/` are not its own but ours. */
function namesIn(root: string): readonly string[] {
  return realpathSync(root) === realpathSync(packageRoot) ? [] : filesUnder(join(root, folderName));
}

/** Throws `CommandError` 2 for a file that no page can use, or words that cannot be read. */
export function furnitureOf(root: string): Furniture {
  const files = new Map<string, Uint8Array>();
  let words: Readonly<Record<string, string>> | undefined;
  for (const name of namesIn(root)) {
    const bytes = readIfThere(join(root, folderName, name));
    if (bytes === undefined) continue;
    if (name === wordsFile) words = readWords(Buffer.from(bytes).toString('utf8'));
    else if (isAsset(name)) files.set(name, bytes);
    else {
      throw new CommandError(
        2,
        `${folderName}/${name} is no file that pages use.`,
        'Style sheets, pictures and fonts belong there (.css .svg .png .jpg .webp .woff2), and words.json.',
      );
    }
  }
  return { ...(files.size > 0 && { assets: files }), ...(words && { words }) };
}

/** Checksum of all of it; the pages of the edition depend on it, documents on the words alone (basis.ts). */
export function furnitureFingerprint(root: string): string {
  const sums = namesIn(root).map((name) => [name, sha256(readIfThere(join(root, folderName, name)) ?? '')]);
  return sha256(JSON.stringify(sums));
}

function readWords(json: string): Readonly<Record<string, string>> {
  const file = `${folderName}/${wordsFile}`;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new CommandError(2, `${file} is no JSON: ${error instanceof Error ? error.message : error}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CommandError(2, `${file} is no object of words.`, 'Write { "register": "Names" }.');
  for (const [key, word] of Object.entries(value)) {
    if (!Object.hasOwn(english, key))
      throw new CommandError(
        2,
        `${file}: there is no word "${key}" in the pages.`,
        'The keys are those of src/words/en/.',
      );
    if (typeof word !== 'string') throw new CommandError(2, `${file}: "${key}" is no text.`);
  }
  return value as Readonly<Record<string, string>>;
}
