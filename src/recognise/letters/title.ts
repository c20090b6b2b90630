/**
 * The line an editor puts over a document: its number in the edition, its kind, who wrote to whom.
 */
import type { HeaderField, Span } from '../../document.ts';
import { isParty, isPersonName, partiesIn } from './parties.ts';

/** Families of documents, as titles and datelines name them. */
export type Kind = 'telegram' | 'letter' | 'conversation' | 'minute' | 'paper';

interface KindWord {
  readonly pattern: string;
  readonly kind: Kind;
  /** Does such a document go from one to another? Then «to» in its title is the addressee. */
  readonly sent: boolean;
}

const kindWords: readonly KindWord[] = [
  {
    pattern:
      '(?:Draft |Circular |Joint )?(?:Cablegrams?|Cablgrams?|Telegrams?|Savingrams?|Radiograms?)|(?:Teleprinter|Radio|Teletype) Messages?',
    kind: 'telegram',
    sent: true,
  },
  {
    pattern:
      '(?:Draft |Circular |Personal )?(?:Letters?|Di?e?spatch(?:es)?|Notes? Verbales?|Aides?[- ]M[eé]moires?)|(?:Personal )?Messages?',
    kind: 'letter',
    sent: true,
  },
  {
    pattern:
      '(?:Departmental )?Memorand(?:um|a)(?! of )|Minutes?(?= (?:from|to)\\b)|Notes?(?= (?:from|to)\\b)|(?:Cabinet |Draft )?Submissions?(?= (?:to|from)\\b)|Brief(?:ing Note)?s?(?= (?:to|from)\\b)',
    kind: 'letter',
    sent: true,
  },
  {
    pattern:
      '(?:Notes?|Records?|Memorand(?:um|a)|Reports?|Transcripts?|Minutes?|Summar(?:y|ies)) of (?:an? |the )?(?:[A-Z][A-Za-z]+ )?(?:Conversations?|Meetings?|Discussions?|Interviews?|Talks?)|Record of [A-Z][a-z]+ Meeting',
    kind: 'conversation',
    sent: false,
  },
  {
    pattern: '(?:[A-Z][A-Za-z]+ )*(?:Minutes?|Decisions?|Agend(?:um|a))',
    kind: 'minute',
    sent: false,
  },
  {
    pattern:
      '(?:[A-Z][A-Za-z]+ ){0,3}(?:Submissions?|Reports?|Notes?|Directives?|Reviews?|Assessments?|Statements?|Speech(?:es)?|Broadcasts?|Appreciations?|Briefs?|Papers?|Proceedings|Translations?|Summar(?:y|ies)|Extracts?|Communiqu[eé]s?|Agreements?|Press Releases?|Drafts?|Conferences?|Resolutions?|Questionnaires?|Petitions?)',
    kind: 'paper',
    sent: false,
  },
];

const kindPatterns = kindWords.map((k) => ({ ...k, at: new RegExp(`^(?:${k.pattern})(?![\\p{L}])`, 'iu') }));

/** The kind that the first words name, and how many characters name it. */
export function kindAt(words: string): { kind: Kind; sent: boolean; length: number } | undefined {
  for (const { at, kind, sent } of kindPatterns) {
    const match = at.exec(words);
    if (match && /^\p{Lu}/u.test(match[0])) return { kind, sent, length: match[0].length };
  }
  return undefined;
}

export interface TitleReading {
  readonly fields: readonly HeaderField[];
  readonly kind: Kind | undefined;
  /** Does it say who wrote to whom? */
  readonly correspondence: boolean;
  /** It breaks off after «to» or a comma: the next line goes on. */
  readonly open: 'to' | 'by' | 'comma' | undefined;
}

//   > | 153 Sir Thomas Brown, U.K. Minister to Japan, to Department of External Affairs
//       ^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//   > | 104 Letter from Brown to Smith       > | 16 CABLEGRAM TO OTTAWA
//       ^^^             ^^^^^    ^^^^^           ^^              ^^^^^^
export function readTitle(text: string, span: Span): TitleReading {
  const fields: HeaderField[] = [];
  const add = (name: HeaderField['name'], found: Span) =>
    fields.push({
      name,
      value: text.slice(found.start, found.end).replace(/\s+/g, ' '),
      span: found,
      layer: 'text',
      rule: 'header.title-line',
      certainty: 'high',
    });
  let at = span.start;
  const number = /^(\d{1,4}[A-Z]?)(?:\\?\.)?\s+(?=\S)/.exec(text.slice(at, span.end));
  if (number) {
    add('document-number', { start: at, end: at + (number[1] ?? '').length });
    at += number[0].length;
  }
  const words = text.slice(at, span.end);
  const kind = kindAt(words);
  const all = (role: 'from' | 'to' | 'participants', start: number, end: number) => {
    for (const part of partiesIn(text, { start: at + start, end: at + end })) add(role, part);
  };
  const open = /\bto$/i.test(words)
    ? 'to'
    : /\bby$/i.test(words)
      ? 'by'
      : /,$/.test(words)
        ? 'comma'
        : undefined;
  if (kind?.sent) {
    const rest = words.slice(kind.length);
    const route = /^\s*(?:\([^)]*\)\s*)?(?:from\s+(.+?)(?:,?\s+to\s+(.+))?|to\s+(.+)|by\s+(.+))$/diu.exec(
      rest,
    );
    const [from, to, only, by] = [1, 2, 3, 4].map((i) => route?.indices?.[i]);
    for (const sender of [from, by])
      if (sender) all('from', kind.length + sender[0], kind.length + sender[1]);
    for (const addressee of [to, only])
      if (addressee) all('to', kind.length + addressee[0], kind.length + addressee[1]);
    return { fields, kind: kind.kind, correspondence: true, open };
  }
  if (kind) {
    //   > | Note by Mr Smith, High Commissioner, of Conversation with Lord Brown, Secretary of State, at the Office
    //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    const talk = /\b(?:Conversation|Meeting|Discussion|Interview)s?\b/i.exec(words);
    const by =
      /\bby\s+(.+?)(?=,\s+(?:to|for|at)\s|,?\s+of\s+(?:an?\s+)?(?:Conversation|Meeting|Discussion|Interview)|$)/diu.exec(
        words,
      );
    const author = by?.indices?.[1];
    if (author && isParty(words.slice(author[0], author[1]).split(',')[0] ?? ''))
      all('from', author[0], author[1]);
    //   > | Submission to Cabinet by …   > | Briefing Note for Brown
    const forWhom = /^\s+(?:for|to)\s+(?!the\b)(.+?)$/diu.exec(words.slice(kind.length));
    const reader = forWhom?.indices?.[1];
    const named = reader ? words.slice(kind.length + reader[0], kind.length + reader[1]) : '';
    if (
      reader &&
      /note|submission|brief/i.test(words.slice(0, kind.length)) &&
      (isPersonName(named) || /^cabinet$/i.test(named)) &&
      !/\b(?:by|file|to)\b/i.test(named)
    )
      all('to', kind.length + reader[0], kind.length + reader[1]);
    //   > | Statement of Richard Roe, Chairman of the Board, on …
    //                    ^^^^^^^^^^^
    const spoken =
      /^(?:Statement|Speech|Remarks|Address|Declaration|Testimony|Petition)s? (?:of|by) (?<who>[^,]{3,45})(?=,|$)/d.exec(
        words,
      )?.indices?.groups?.who;
    if (spoken && !author && isPersonName(words.slice(spoken[0], spoken[1])))
      all('from', spoken[0], spoken[1]);
    //   > | 140 Department of Commerce Minute        the office that made it
    //           ^^^^^^^^^^^^^^^^^^^^^^
    const maker =
      /^(?<office>(?:Department|Ministry|Embassy|Legation|Mission|Office|Bureau|High Commission)(?: (?:of|for|in|at|and|the|\p{Lu}[\p{L}-]+))*) (?:Minute|Memorandum|Note|Paper|Submission|Report)$/du.exec(
        words,
      )?.indices?.groups?.office;
    if (maker && !author) all('from', maker[0], maker[1]);
    //   > | Cabinet Submission by Mr Smith       > | Full Cabinet Submission by
    //       ^^^^^^^                                  ^^^^^^^^^^^^
    const put = /^(?<body>(?:(?:Full|War) )?Cabinet) Submission\b/d.exec(words)?.indices?.groups?.body;
    if (put) all('to', put[0], put[1]);
    const between = /\b(?:between|with)\s+(.+?)(?=,?\s+(?:at|on|in|held)\s+(?:the\b|\d|[A-Z])|$)/diu.exec(
      words,
    );
    const group = between?.indices?.[1];
    if (talk && group) all('participants', group[0], group[1]);
    return { fields, kind: talk ? 'conversation' : kind.kind, correspondence: false, open };
  }
  // «A to B»: the first «to» that is not part of an office («Minister to Japan»).
  const tail = kindTail(words);
  const cut = routeOf(words.slice(0, tail));
  if (!cut) return { fields, kind: undefined, correspondence: open === 'to', open };
  all('from', 0, cut.start);
  //   > | Evatt to Oldham for Laski
  //                ^^^^^^     ^^^^^
  const addressee = words.slice(cut.end, tail);
  const onward = /\s+for\s+(?=\p{Lu})/u.exec(addressee);
  const both =
    onward &&
    isPersonName(addressee.slice(0, onward.index)) &&
    isPersonName(addressee.slice(onward.index + onward[0].length));
  if (both) {
    all('to', cut.end, cut.end + onward.index);
    all('to', cut.end + onward.index + onward[0].length, tail);
  } else all('to', cut.end, tail);
  const late = kindAt(words.slice(tail).trimStart());
  const numbered =
    tail < words.length ? /\s(?<number>\[?[A-Z]*\.?\d[\w/.-]*)/d.exec(words.slice(tail)) : null;
  const at2 = numbered?.indices?.groups?.number;
  if (late && at2) {
    const found = { start: at + tail + at2[0], end: at + tail + at2[1] };
    fields.push({
      name: late.kind === 'telegram' ? 'telegram-number' : 'general-number',
      value: text.slice(found.start, found.end),
      span: found,
      layer: 'text',
      rule: 'header.title-line',
      certainty: 'medium',
    });
  }
  return { fields, kind: late?.kind, correspondence: true, open };
}

/** Offices that have a «to» of their own. */
const accredited =
  /\b(?:Ambassador|Minister|High Commissioner|Commissioner|Envoy|Delegate|Delegation|Representative|Adviser|Attach[eé]|Counsellor|Consul|Secretary|Legate|Assistant|Mission|Liaison Officer)$/i;

function routeOf(words: string): Span | undefined {
  const cuts = [...words.matchAll(/,?\s+to(?:\s+|$)/g)].filter(
    (m) => /^,/.test(m[0]) || !accredited.test(words.slice(0, m.index)),
  );
  for (const cut of cuts) {
    const sender = words.slice(0, cut.index);
    const addressee = words.slice(cut.index + cut[0].length);
    const plain = sender.replace(/\s*\[\d+\]/g, '').replace(/,? \d+$/, '');
    if (!plausible(plain)) continue;
    if (addressee !== '' && !plausible(addressee.replace(/\s*\[\d+\]/g, ''))) continue;
    return { start: cut.index, end: cut.index + cut[0].length };
  }
  return undefined;
}

/** A person, people, a body; anything that begins with a capital and has no verb in it. */
const plausible = (words: string): boolean =>
  /^(?:the |de |van |von )?[\p{Lu}[]/u.test(words) &&
  words.length < 200 &&
  !/\b(?:is|are|was|were|has|have|will|would|should|shall|been|be|that|this)\b/.test(words) &&
  (isParty(words.split(/,| and | for /)[0] ?? '') || isParty(words));

/** A dateline that ran into the title: «Brown to Smith Circular cablegram D21». */
function kindTail(words: string): number {
  const tail =
    /\s(?=(?:Circular |Draft )?(?:Cablegrams?|Letter|Memorandum|Dispatch|Telegram)\b(?:\s|$))/i.exec(words);
  return tail ? tail.index : words.length;
}
