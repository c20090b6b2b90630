/**
 * Bodies that a document calls by their letters: «DRE (Directorio Revolucionario Estudiantil)», «the NAM». In ordinary
 * print letters alone are nearly always a body's; in a text all in capitals they must come back, and be no word.
 */
import type { Span } from '../../document.ts';
import type { Draft } from '../draft.ts';
import { textSpans } from './people.ts';
import { isPlaceName } from './places.ts';
import { isVocabulary } from './words.ts';

/** Letters that are no body's: usage of telegrams, units, signs of files, degrees, times. */
const noBodies = new Set(
  (
    'STOP REF REFS REFTEL SUBJ TAGS PARA PARAS DEPT EMB AMB REP REPS PERM COUNS NR GMT EDT EST ETC CC BCC NIACT EXDIS NODIS LIMDIS STADIS NOFORN LOU UNCLAS CONF ' +
    'GDS XGDS DECL TOP SEC MSG TEL TELS TELCON MEMCON SEPTEL URTEL OURTEL DEPTEL EMBTEL FYI ASAP ETA ETD TBD RPT RPTD BT NNNN QTE UNQTE SIC NB PS RSVP ' +
    'MR MRS DR ST AM PM AD BC KG KM LB LBS MPH RPM HP MW KW KV VHF UHF TNT ICBM IRBM MRBM SLBM ABM SAM AAA VIP VIPS POW POWS POLAD CHARGE ADDEES ADDEE ' +
    'CINC DCM POL ECON CONS MIL ARMA ALUSNA USIS PAO CHINCOM TOSEC SECTO POLTO TOPOL CEDTO CONGEN AMEMBASSY AMCONSUL USREP PERMREP SECDEF SECSTATE WASHDC INFO ' +
    'ACTION TEXT BEGIN END QUOTE NOTE ANNEX PART PAGE FROM ITEM FOL FOLG FWD ADV INFO ASST MIN MINS GOV GOVT GOVTS SOV SOVS INTL NATL PRES SYG SEN CONG BLDG ' +
    'GNP GDP MFN NIE SNIE NPT TNF SALT MBFR CBW MDW GOC HMAS HMS DEMS MHD CIF FOB USD LDC LDCS ' +
    'AGR ATT ENCL ATTN HQ HQS OPS OFF OFFS VIA ACC ADDL APPROX ARR AUTH AVG COM CONT DIR DIST EXEC EXP FIN GEN GRP HON HRS INCL INST JR LT MAJ MAX MFG MISC MTG NAT NEG ' +
    'NEW OBJ ORG ORIG PCT PERS POSS PROC PROV PUB QTY RCVD RECD REG REL REQ RES REV SCH SIG SPEC SQ STD SUM SUP TECH TEMP TRANS UNIV VOL YR YRS ' +
    'SKR DKR NKR SFR BFR FFR DFL HFL YUD ESC DRS LIT PTA PTAS RBL CFA LAO MOU TOR BSE WTDR DTG TOO TOR NOTAL DMZ MTN MTNS ERW CTB CBMS NTMS'
  ).split(/\s+/),
);
//   > | THE CONSUMER PRICE INDEX (CPI)
//                          ^^^^^  ^^^
/** What is defined as short for a thing is no body's. */
const things =
  /\b(?:index|agreement|treaty|conference|assistance|programme?|plan|understanding|product|rate|airport|area|zone|declaration|convention|protocol|report|system|missiles?|weapons?|aircraft|bomb|test|ban|talks|negotiations|reductions?|measures?|limitations?|review|session|procedures?|certificate|estimates?|budget|funds?|rights|fuel|energy|gas|oil|project|paper|document|memorandum|reference|letter|encephalopathy|disease|virus|trade)[ \u00a0]\(["“‘']?$/iu;
/** Letters that are a state's. */
const states = /^(?:USSR|GDR|DDR|FRG|PRC|ROC|UAR|DRV|SVN|DPRK|ROK|NEI|USA|UAE|SRV|RSA|GB|UK|US)$/;

const letters = /(?<![\p{L}\p{N}./’'-])(?:[A-Z]{3,6}|(?:[A-Z]\.){3,6})(?![\p{L}\p{N}/])(?!-?\d)/gu;

export function annotateAcronyms(draft: Draft): void {
  const found = new Map<
    string,
    { spans: Span[]; defined: boolean; bound: boolean; capitals: boolean; thing: boolean }
  >();
  for (const span of textSpans(draft)) {
    const capitals = draft.inCapitals(span);
    const slice = draft.slice(span);
    if (!/[A-Z]{3}|[A-Z]\.[A-Z]\./.test(slice)) continue;
    for (const match of slice.matchAll(letters)) {
      const printed = match[0];
      const bare = printed.replace(/\./g, '');
      if (noBodies.has(bare) || states.test(bare) || isVocabulary(bare.toLowerCase()) || isPlaceName(printed))
        continue;
      if (
        /^(?:[IVXLC]+|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC|MON|TUES?|WED|THURS?|FRI|SAT|SUN|[AP]M)$/.test(
          bare,
        )
      )
        continue;
      // A word in capitals for emphasis is one of the language; letters that can be spoken must come back.
      if (capitals && !unspeakable(bare)) continue;
      const where = { start: span.start + match.index, end: span.start + match.index + printed.length };
      // «PRESIDENT ZIA» is known by name.
      if (draft.named(where) || draft.bearers(bare.toLowerCase()).length > 0) continue;
      const entry = found.get(bare) ?? { spans: [], defined: false, bound: false, capitals, thing: false };
      found.set(bare, entry);
      entry.spans.push(where);
      const before = draft.text.slice(Math.max(span.start, where.start - 12), where.start);
      const after = draft.text.slice(where.end, where.end + 80);
      entry.bound ||=
        /\b(?:the|by|of|with|to|from|in|and|an?|for|that)[ \u00a0]$/iu.test(before) ||
        /^(?:[’'ʼ]s\b|[ \u00a0](?:had|has|was|is|would|will|should|could|may|leaders?|members?|officials?|representatives?|delegation|plans?)\b)/iu.test(
          after,
        );
      entry.thing ||= things.test(draft.text.slice(Math.max(span.start, where.start - 40), where.start));
      entry.defined ||=
        defines(bare, after) ||
        definedBefore(bare, draft.text.slice(Math.max(span.start, where.start - 120), where.start));
    }
  }
  for (const [bare, { spans, defined, bound, capitals, thing }] of found) {
    if (thing) continue;
    if (!defined && (spans.length < 2 || !bound)) continue;
    const entity = draft.entityFor(`org ${bare}`, 'org', bare);
    for (const span of spans)
      draft.add({
        kind: 'name',
        type: 'org',
        form: 'name',
        span,
        entity: entity.id,
        rule: 'name.acronym',
        certainty: defined ? 'high' : capitals ? 'low' : 'medium',
      });
  }
}

/** Nobody could say it as a word: without a vowel, or three letters that are no syllable. */
const unspeakable = (bare: string): boolean =>
  bare.length <= 5 &&
  (!/[AEIOUY]/.test(bare) || (bare.length === 3 && !/^[^AEIOUY][AEIOUY][^AEIOUY]$/.test(bare)));

//   > | DRE (Directorio Revolucionario Estudiantil)
//            ^         ^              ^
function defines(bare: string, after: string): boolean {
  const inside = /^[ \u00a0]\(([^()]{6,76})\)/u.exec(after)?.[1];
  return inside !== undefined && initials(inside) === bare;
}

//   > | the Federal Reserve Council (FRC)
//           ^       ^       ^
function definedBefore(bare: string, before: string): boolean {
  if (!/\($/.test(before)) return false;
  const words = before
    .slice(0, -1)
    .trim()
    .split(/\s+/)
    .slice(-(bare.length + 4));
  return initials(words.join(' ')).endsWith(bare);
}

const initials = (words: string): string => (words.match(/(?<![\p{L}])\p{Lu}(?=\p{L})/gu) ?? []).join('');
