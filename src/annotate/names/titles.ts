/** Offices and titles that stand before a name in English diplomatic prose. */

/** Heads of a title; words may stand before them («Treaties Division Director»). */
const heads = [
  'Ambassador',
  'President-elect',
  'Secretary-designate',
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
  'Mme',
  'Mlle',
  'Signor',
  'Señor',
  'Senor',
  'Senhor',
  'Count',
  'Countess',
  'Baron',
  'Viscount',
  'Prince',
  'Princess',
  'Jonkheer',
  'Hon.',
  'Hon',
  'Honourable',
  'Messrs.',
  'Messrs',
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

const fold = (title: string): string => title.toLowerCase().replace(/[.]/g, '').replace(/[’']/g, '’');
const courtesySet = new Set<string>(courtesies.map(fold));
export const isCourtesy = (title: string): boolean =>
  title
    .split(/[\s\u00a0]+/u)
    .every((w) => courtesySet.has(fold(w)) || /^(?:the|rt|right|his|her|excellency)$/i.test(fold(w)));

/** Ranks and short forms, of print and of telegrams, that stand before a name like a title. */
const shortForms =
  'gen lieut lt maj brig brigadier col capt cdr commander comdr cmdr adm sgt lieutenant major rear marshal commodore ' +
  'sen rep congressman gov pres premier sec secy amb min chmn dir asst treasurer attorney-general solicitor-general ' +
  'pm fm vp primin fonmin defmin finmin intmin depfonmin vicefonmin permrep depsec undersec charge chargé couns counselor counsellor ' +
  'dcm emboff poloff econoff polcouns ecouns secgen syg usyg asyg promin fonsec secstate secdef defsec finsec vicemin depmin permsec king queen emperor shah pope cardinal archbishop bishop father ' +
  'sheikh sheik emir dato tun tengku tunku pandit maulana ayatollah vice-president vice-minister vice-premier ' +
  'vice-chancellor under-secretary undersecretary secretary-general director-general consul-general governor-general ' +
  'vice-admiral rear-admiral air-marshal lieutenant-general major-general brigadier-general lieutenant-colonel ' +
  'secretary minister director consul general admiral colonel captain air-commodore wing-commander group-captain speaker justice judge counsel minister-counselor minister-counsellor';

/** First words of a title, in small letters, without stops. */
export const titleHeads: ReadonlySet<string> = new Set([...heads.map(fold), ...shortForms.split(' ')]);
export const titleCourtesies: ReadonlySet<string> = courtesySet;
/** Words that may stand within a title but not at its end. */
export const titleModifiers: ReadonlySet<string> = new Set([
  ...modifiers.map(fold),
  ...'under chief secretary-general the rt right attorney solicitor defence air wing group field flight sub joint commonwealth deputy dep dr hon chief squadron naval military prime-'.split(
    ' ',
  ),
]);
/** «Secretary of State Rusk», «Minister of Defence Sakata». */
export const titleObjects =
  /^[ \u00a0]of[ \u00a0](?:the[ \u00a0])?(?:State|Defen[cs]e|Treasury|Commerce|Agriculture|Labou?r|Interior|War|Navy|Army|Air|Foreign[ \u00a0]Affairs|External[ \u00a0]Affairs|Finance|Trade|Justice|Health|Education|Industry|Supply|Staff|Mission)\b/iu;

/** Capitalised words that are never part of a person's name. */
export const notNames = new Set(
  (
    'The A An This That These Those On In At By For From To Of And But Or If When While As It He She They We I You His Her Their Our My Your Its No Not All Some Any Both There Here What Who Which Where Why How With Without After Before During Since Until Under Over Through ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December ' +
    'Government Governments Ministry Department Embassy Legation Mission Council Committee Party Union States Republic Treaty Agreement Statement Affairs General Generals ' +
    'Minister Ministers President Presidents Premier Secretary Secretaries Director Ambassador Ambassadors Bureau Division Office Section Commission Commissioner Conference Assembly Congress Parliament Cabinet Army Navy Force Forces Command Commander Chief Staff Board Company Corporation Bank Commonwealth Empire Dominion Dominions Foreign External Prime Deputy Acting State National International United High Vice Assistant Under Charter Pact Convention Article Document Documents Volume Telegram Cablegram Letter Memorandum Note Chairman Senator Sir Lord Mr Mrs Dr Counsel Designate Emeritus Elect Plenipotentiary Extraordinary Resident Editor Sovs ' +
    'Excellency Excellencies Majesty Majesties Highness Honour Lordship Eminence Holiness Worship ' +
    'East West North South Eastern Western Northern Southern Central ' +
    'Japanese Chinese Soviet Soviets Russian Russians American Americans British French German Germans Italian Dutch Polish Indian Indonesian Australian Australians Canadian Turkish Greek Egyptian Israeli Spanish Portuguese Cuban Vietnamese Korean Communist Communists Allied Allies Axis European Asian African Arab'
  ).split(' '),
);
