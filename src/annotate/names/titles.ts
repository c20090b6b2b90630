/** Offices and titles that stand before a name in English diplomatic prose. */

/** Heads of a title; words may stand before them («Treaties Division Director»). */
const heads = [
  'Ambassador',
  'Minister',
  'Premier',
  'President',
  'Chancellor',
  'Chairman',
  'Chairwoman',
  'Secretary',
  'Secretary-General',
  'Secretary General',
  'Under Secretary',
  'Undersecretary',
  'General',
  'Marshal',
  'Admiral',
  'Colonel',
  'Captain',
  'Major',
  'Lieutenant',
  'Director',
  'Director-General',
  'Director General',
  'Counsellor',
  'Counselor',
  'Consul',
  'Consul-General',
  'Consul General',
  'Chargé',
  'Chargé d’Affaires',
  "Chargé d'Affaires",
  'Senator',
  'Congressman',
  'Governor',
  'Commissioner',
  'Delegate',
  'Spokesman',
  'Attaché',
  'Representative',
  'Envoy',
] as const;

/** Titles that say nothing of an office: they fit whoever bears the name. */
const courtesies = [
  'Mr.',
  'Mr',
  'Mrs.',
  'Mrs',
  'Ms.',
  'Miss',
  'Dr.',
  'Dr',
  'Professor',
  'Prof.',
  'Sir',
  'Lord',
  'Lady',
  'Comrade',
  'Herr',
  'Monsieur',
  'Madame',
] as const;

/** Words that may stand before a head and belong to the office. */
const modifiers = [
  'Vice',
  'Deputy',
  'Assistant',
  'Acting',
  'Prime',
  'Foreign',
  'First',
  'Second',
  'Third',
  'Chief',
  'Parliamentary',
  'Permanent',
  'Defence',
  'Defense',
  'Finance',
  'Interior',
  'Economic',
  'Trade',
  'Justice',
  'State',
  'Minister',
  'Under',
  'Brigadier',
  'Lieutenant',
  'Major',
  'Rear',
  'Former',
  'Special',
  'High',
  'Political',
  'Press',
] as const;

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.]/g, '\\.'))
    .join('|');

/** An office before a name: modifiers, perhaps two capitalised words («Treaties Division»), a head. */
export const officePattern = `(?:(?:${alternatives(modifiers)})[ -])*(?:[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Division|Bureau|Department|Section|Office) )?(?:(?:${alternatives(modifiers)})[ -])*(?:${alternatives(heads)})`;
export const courtesyPattern = `(?:${alternatives(courtesies)})`;

const courtesySet = new Set<string>(courtesies);
export const isCourtesy = (title: string): boolean => courtesySet.has(title);

/** Capitalised words that are never part of a person's name. */
export const notNames = new Set(
  (
    'The A An This That These Those On In At By For From To Of And But Or If When While As It He She They We I You His Her Their Our ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December ' +
    'Government Ministry Department Embassy Legation Mission Council Committee Party Union States Republic Treaty Agreement Statement Affairs General ' +
    'Minister Ministers President Premier Secretary Director Ambassador Bureau Division Office Section Japanese Chinese Soviet American British French German Russian'
  ).split(' '),
);
