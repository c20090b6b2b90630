/**
 * Verbs of saying: the forms in which diplomatic prose uses them, and what each can have after it. What somebody
 * thinks, hopes or fears is no speech, though it tells of whom the text is speaking.
 */

import { byFirstLetter } from '../by-first-letter.ts';

/** Regular verbs of saying; forms are made from them. */
const lemmas =
  'notify recommend demand cable telegraph state reply propose ask answer add continue remark declare explain note observe emphasise emphasize stress inform suggest respond repeat insist comment warn agree admit conclude mention inquire enquire indicate argue maintain claim assure affirm recall request urge retort rejoin protest complain object interject concede acknowledge announce assert contend confirm confide caution counter remind reveal disclose advise volunteer report promise allege intimate testify pledge stipulate hint reaffirm reassure summarise summarize profess signal relay reiterate opine aver posit lament imply specify clarify underline underscore submit allow query charge proclaim boast joke quip venture vow threaten insinuate divulge recount relate communicate intervene'.split(
    ' ',
  );

const endsInE = (v: string): boolean => v.endsWith('e');
const endsInY = (v: string): boolean => /[^aeiou]y$/.test(v);
const doubles = (v: string): boolean => v === 'admit' || v === 'submit' || v === 'aver';
const past = (v: string): string =>
  doubles(v)
    ? `${v}${v.at(-1)}ed`
    : endsInE(v)
      ? `${v}d`
      : endsInY(v)
        ? `${v.slice(0, -1)}ied`
        : v === 'deny'
          ? 'denied'
          : `${v}ed`;
const present = (v: string): string =>
  endsInY(v) ? `${v.slice(0, -1)}ies` : /(?:ss|sh|ch|x)$/.test(v) ? `${v}es` : `${v}s`;
const gerundOf = (v: string): string =>
  doubles(v) ? `${v}${v.at(-1)}ing` : endsInE(v) && !v.endsWith('ee') ? `${v.slice(0, -1)}ing` : `${v}ing`;

const finite = [
  'said|says|told|tells|wrote|writes|pointed out|points out|went on|summed up|denied|h[eo]ld(?=[\\s\\u00a0]+that\\b)|holds(?=[\\s\\u00a0]+that\\b)',
  '(?:want(?:ed|s)?|wish(?:ed|es)) to know',
  'puts? it|let it be known|read aloud|spoke as follows',
  '(?:express|voic|repeat|reiterat|stat|convey)(?:ed|s|es) (?:the |his |her |their |its |my |our |a |an |some )?(?:\\w+ )?(?:view|hope|opinion|belief|feeling|impression|fear|conviction|suspicion|concern|doubt|wish|confidence|certainty|position)',
  'made (?:the |these )?(?:following |two |three |several )*(?:points?|remarks?|statements?|comments?|observations?)',
  '(?:gave|offered|presented|expressed|outlined) (?:me |us |him |them )?(?:the|these) following (?:\\w+ )?(?:views?|opinions?|r[eé]sum[eé]|account|summary|explanation|reasons?|information|assurances?|observations?|comments?|points?|impressions?)',
  'took the (?:view|line|position|attitude)',
  '(?:made|makes) (?:it |quite |perfectly |very |abundantly )*(?:clear|plain)',
  '(?:drew|called|invited) (?:\\w+ )?attention to the fact',
  '(?:made|stressed|emphasi[sz]ed|repeated|raised|reiterated) the (?:point|fact)',
  'gave (?:his|her|their|the) (?:opinion|view|assurance)',
  '(?:issued|made|relayed|sent|gave) (?:me |us |him |them )?(?:an? |the |his |their )(?:\\w+ )?(?:declaration|statement|message|assurance|warning|reply|announcement|promise|undertaking|explanation)(?: to \\w+)?',
  '(?:ended|concluded|closed|replied) with the (?:observation|remark|comment|statement|warning)',
  // Longer ones come first.
  ...lemmas.flatMap((v) => [past(v), present(v)]),
].join('|');
const gerunds = [
  ...lemmas.map(gerundOf),
  'saying|telling|writing|pointing out|making (?:it )?(?:clear|plain)',
].join('|');
const base = [
  // «continue» in the present tells of things that go on.
  ...lemmas.filter((v) => v !== 'continue'),
  'say|tell|write|point out|make (?:it )?(?:clear|plain)|express the (?:view|hope|opinion|belief)',
].join('|');
const thinking =
  'anticipated|anticipates|foresaw|regarded|regretted|realized|realised|recognized|recognised|thought|thinks|think|believed|believes|believe|felt|feels|feel|hoped|hopes|hope|considered|considers|consider|feared|fears|doubted|doubts|understood|understands|expected|expects|assumed|assumes|speculated|predicted|estimated|envisaged|wondered|(?:was|were|is|are) of (?:the )?(?:opinion|view)';

/** Every form, in ordinary print and in capitals. A base form stands behind «to» or a subject of many. */
export const verbForms = new RegExp(
  `\\b(?:${byFirstLetter(`${finite}|${gerunds}|${thinking}|${base}`)})\\b`,
  'gu',
);
export const verbFormsInCapitals = new RegExp(verbForms.source, 'giu');

const whole = (forms: string): RegExp => new RegExp(`^(?:${forms})$`, 'iu');
const gerund = whole(gerunds);
const bare = whole(base);
const mental = whole(thinking);

/** «saying», «in proposing»: its subject is that of the sentence. */
export const isGerund = (verb: string): boolean => gerund.test(verb);
/** The form of the infinitive, and of «they say». */
export const isBase = (verb: string): boolean => bare.test(verb);
/** What is thought, not said. */
export const isThinking = (verb: string): boolean => mental.test(verb);

/** «He hopes»: thought as he writes, never a report of what he said. */
export const isThinkingNow =
  /^(?:anticipates|thinks|believes|feels|hopes|considers|fears|doubts|understands|expects|assumes|(?:is|are) of (?:the )?(?:opinion|view))$/iu;

/** «says», «points out»: «I», «we» and «they» cannot be its subject. */
export const isThirdSingular = (verb: string): boolean => /^(?!(?:is|was)\b)\p{L}*[^\Ws]s\b/iu.test(verb);

/** Verbs with whoever is told as their object: told, informing, advises. */
export const isTelling = whole(
  [
    'notify',
    'inform',
    'assure',
    'remind',
    'warn',
    'advise',
    'ask',
    'caution',
    'cable',
    'telegraph',
    'reassure',
    'promise',
    'query',
  ]
    .flatMap((v) => [v, past(v), present(v), gerundOf(v)])
    .join('|')
    .concat('|told|tells?|telling|wrote|writes?|writing'),
);
export const isAsking =
  /^(?:ask(?:ed|s|ing)?|quer(?:ied|ies|ying)|(?:want(?:ed|s)?|wish(?:ed|es)) to know|inquired?|enquired?|inquiring|enquiring|wondered)$/iu;
/** Verbs that say what one should do: a noun after them is what is wanted, no clause. */
export const isWanting = /^(?:request|demand|urge|propose|recommend|ask)(?:s|d|ed|ing)?$/iu;
/** Verbs after which almost nothing but a clause can stand. */
export const isPlain = /^(?:said|says|say|saying|replied|replies|answered|retorted)$/iu;

/** Forms that are as often nouns: they report only with «that». */
export const isNounToo = (verb: string): boolean =>
  /^(?:states|reports?|notes?|claims?|comments?|requests?|demands?|answers?|cables?|replies|records?|objects?|signals?|recalls?|hints?|protests?|complain|urges?|quer(?:y|ies)|ventures?|vows?|jokes?|boasts?|quips?|charges?|counters?|promises?|relays?|stresses|concerns?|remarks?)$/iu.test(
    verb,
  );

/** Verbs that report with «that» and otherwise do something to somebody: «allowed that», «submitted that». */
export const onlyWithThat =
  /^(?:allow|submit|clarif|underlin|underscor|specif|lament|aver|posit|charg|proclaim|boast|jok|quip|ventur|vow|threaten|insinuat|divulg|recount|relat|communicat|interven|h[eo]ld)\p{L}*$/iu;

/** Verbs without an object: whatever stands before «that» says when and how. */
export const isIntransitive =
  /^(?:said|complained|agreed|replied|insisted|commented|remarked|argued|protested|responded|went on|objected|answered|declared|stated|explained|added|reported)$/iu;
