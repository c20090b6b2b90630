/**
 * Nobody sends, receives or speaks before birth or after death, and whoever acts in an office held it then, as far as
 * the register (or the list of persons in the document) has the days.
 *
 *     <person xml:id="sato-shoji"> … <state type="office" ref="#ambassador-japan-china" from="1977" to="1979">
 *     <correspAction type="sent"><persName ref="#sato-shoji">Ambassador Sato</persName><date when="1984-03-01"/>
 */
import type { Register, RegisterEntry } from '../../register.ts';
import {
  attribute,
  childElements,
  closest,
  elementsOf,
  textOf,
  tokens,
  type XmlElement,
} from '../../xml/tree.ts';
import type { TeiFile } from '../file.ts';
import type { RegisterRule, RuleFinding } from '../rule.ts';
import { isLater } from '../when.ts';

type Found = Omit<RuleFinding, 'assert'>;

interface Life {
  readonly name: string;
  readonly birth: string | undefined;
  readonly death: string | undefined;
  readonly entry: RegisterEntry | undefined;
}

const indexes = new WeakMap<Register, ReadonlyMap<string, RegisterEntry>>();

/** Made once for an edition, not for each of its documents. */
function byId(register: Register): ReadonlyMap<string, RegisterEntry> {
  const made = indexes.get(register) ?? new Map(register.entries.map((entry) => [entry.id, entry]));
  indexes.set(register, made);
  return made;
}

/** The day of the document: of its sending, else of its making. */
function dayOf(file: TeiFile): string | undefined {
  const sent = file
    .named('correspAction')
    .filter((action) => attribute(action, 'type') === 'sent')
    .flatMap((action) => childElements(action, 'date'));
  const made = file.named('creation').flatMap((creation) => childElements(creation, 'date'));
  return [...sent, ...made].map((date) => attribute(date, 'when')).find((when) => when !== undefined);
}

function livesIn(file: TeiFile, register: Register): ReadonlyMap<string, Life> {
  const entries = byId(register);
  const lives = new Map<string, Life>();
  for (const person of file.named('person')) {
    const id = attribute(person, 'xml:id');
    if (id === undefined) continue;
    const pointer = tokens(person, 'sameAs').find((p) => p.startsWith('reg:'));
    const entry = pointer === undefined ? undefined : entries.get(pointer.slice(4));
    const day = (name: string, ...attributes: readonly string[]): string | undefined => {
      const element = childElements(person, name)[0];
      return element && attributes.map((a) => attribute(element, a)).find((value) => value !== undefined);
    };
    const names = childElements(person, 'persName')[0];
    lives.set(id, {
      name: entry?.name ?? (names ? textOf(names).replace(/\s+/g, ' ').trim() : id),
      birth: day('birth', 'notBefore', 'when', 'from') ?? entry?.birth,
      death: day('death', 'notAfter', 'when', 'to') ?? entry?.death,
      entry,
    });
  }
  return lives;
}

const acts = (element: XmlElement): boolean => closest(element, 'correspAction') !== undefined;

/** Each person once, where they act before they are only named. */
function* livingThen(file: TeiFile, lives: ReadonlyMap<string, Life>, day: string): Generator<Found> {
  const told = new Set<string>();
  const mentions = file.named('persName', 'rs', 'said', 'sp');
  for (const element of [...mentions.filter(acts), ...mentions.filter((m) => !acts(m))]) {
    const speaks = element.name === 'said' || element.name === 'sp';
    const name = speaks ? 'who' : 'ref';
    if (!acts(element) && !closest(element, 'text')) continue;
    for (const pointer of tokens(element, name)) {
      const life = lives.get(pointer.slice(1));
      if (!life || told.has(pointer)) continue;
      const { birth, death } = life;
      const unborn = birth !== undefined && isLater(birth, day);
      // The dead are named, and their words are quoted: only turns of talk and letters are theirs no more.
      const dead = death !== undefined && isLater(day, death) && (acts(element) || element.name === 'sp');
      if (!unborn && !dead) continue;
      told.add(pointer);
      const what = acts(element) ? 'acts' : speaks ? 'speaks' : 'is named';
      yield {
        element,
        attribute: name,
        message: unborn
          ? `${life.name} ${what} in a document of ${day}, but was born ${birth}`
          : `${life.name} ${what} in a document of ${day}, but died ${death}`,
        fix: `Check whether @${name} names the right person; else the date, or the entry of the register.`,
      };
    }
  }
}

/** Names of offices in the words of a mention: «Ambassador Sato». */
function* inOfficeThen(
  file: TeiFile,
  lives: ReadonlyMap<string, Life>,
  register: Register,
  day: string,
): Generator<Found> {
  const entries = byId(register);
  for (const element of file.named('persName')) {
    const action = closest(element, 'correspAction');
    if (!action || !['sent', 'received'].includes(attribute(action, 'type') ?? '')) continue;
    const roles = [...elementsOf(action)].filter((e) => e.name === 'roleName');
    const words = [textOf(element), ...roles.map(textOf)].join(' ').toLowerCase();
    for (const pointer of tokens(element, 'ref')) {
      const life = lives.get(pointer.slice(1));
      const held = (life?.entry?.offices ?? []).filter((office) =>
        [office.title, ...(entries.get(office.office ?? '')?.names ?? []).map((n) => n.text)].some((name) =>
          hasWords(words, name),
        ),
      );
      if (!life || held.length === 0) continue;
      const then = held.some(
        ({ from, to }) =>
          !(from !== undefined && isLater(from, day)) && !(to !== undefined && isLater(day, to)),
      );
      if (then) continue;
      yield {
        element,
        attribute: 'ref',
        message: `${life.name} acts as ${held[0]?.title} in a document of ${day}; the register has the office ${held.map(term).join(', ')}`,
        fix: 'Check the person and the date; correct or complete the term in the register.',
      };
    }
  }
}

function term({ from, to }: RegisterEntry['offices'][number]): string {
  if (from === undefined) return `until ${to}`;
  return to === undefined ? `since ${from}` : `from ${from} to ${to}`;
}

function hasWords(text: string, name: string): boolean {
  const at = text.indexOf(name.toLowerCase());
  const isLetter = (c: string | undefined): boolean => c !== undefined && /\p{L}/u.test(c);
  return at >= 0 && !isLetter(text[at - 1]) && !isLetter(text[at + name.length]);
}

export const lifetimes: RegisterRule = {
  id: 'lifetimes',
  code: 'chronology.lifetime',
  severity: 'warning',
  says: 'Nobody acts before birth or after death, and whoever acts in an office held it then, as far as the register knows.',
  basis: 'TEI chapter 14.3.2 (Contextual Information: birth, death, state); register of the edition',
  *check(file, register) {
    const day = dayOf(file);
    if (day === undefined) return;
    const lives = livesIn(file, register);
    // Mostly nobody's days are known.
    const known = ({ birth, death, entry }: Life): boolean =>
      birth !== undefined || death !== undefined || (entry?.offices ?? []).length > 0;
    if (![...lives.values()].some(known)) return;
    yield* livingThen(file, lives, day);
    yield* inOfficeThen(file, lives, register, day);
  },
};
