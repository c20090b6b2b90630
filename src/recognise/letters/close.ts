/** How letters begin and end: salutation, complimentary close, signature with the office below. */
import { surnameOf } from './parties.ts';

//   > | My dear Prime Minister,       > | Your Excellency,       > | Sir,
const greeting =
  /^(?:(?:My )?[Dd]ear (?!.*\b(?:is|are|was|has)\b).{1,60}|(?:Your )?Excellency|Sirs?|Gentlemen|Monsieur(?: .{1,50})?|Mr\.? (?:Prime Minister|President|Secretary|Ambassador|Minister)|My Lord|Madam|Dear (?:Sirs?|Madam))\s*(?:[,:;—–-]+|\.{0,1}$)\s*(?:\[\d{1,3}\])?$/;
export const isSalutation = (words: string): boolean => words.length <= 80 && greeting.test(words);

//   > | Yours sincerely,       > | With kind regards,       > | I have the honour to be, Sir, your obedient servant,
const close =
  /^(?:(?:I (?:am|remain|have the honou?r to (?:be|remain))[^.]{0,60},?\s*)?(?:Your(?:s|\s+(?:most\s+)?obedient|\s+Excellency['’]s))(?:\s[\p{L}'’]+){0,6}|(?:With )?(?:(?:all|my|every|kind(?:est)?|best|warm(?:est)?|good|cordial|personal)\s){0,4}(?:regards|wishes|greetings|good wishes)(?: (?:to|from) .{1,40})?|I (?:am|remain),?\s.{0,60}|I have the honou?r to (?:be|remain)\b.{0,90}|(?:Accept|Please accept),? .{0,120}consideration|Sincerely(?: yours)?|Respectfully(?: yours)?|Ever yours|Cheers)\s*[,.;]?$/iu;
export const isClosing = (words: string): boolean =>
  words.length <= 140 && close.test(words.replace(/\s*\((?:Sd|Sgd|signed)\.?\)\.?$/i, ''));

//   > | J. A. SMITH       > | (Brown)       > | BROWN
const inCapitals =
  /^\(?(?:(?:\p{Lu}\.?\s?){0,4}\p{Lu}[\p{Lu}'’-]{1,}(?:\s\p{Lu}[\p{Lu}'’-]+){0,2}|(?:\p{Lu}\.\s?){0,4}Mc\p{Lu}+|(?:\p{Lu}\.\s?){0,4}Mac\p{Lu}+)\)?\.?$/u;
const initialsAndName = /^\(?(?:\p{Lu}\.\s?){1,4}(?:\p{Lu}[\p{Ll}'’-]+)(?:[\s-]\p{Lu}[\p{Ll}'’-]+)?\)?\.?$/u;
//   > | ARTHUR S. DRAKE       > | A. S. D[RAKE]      an editor completes what was initialled
const inFull = /^\p{Lu}[\p{Lu}'’-]+(?:\s\p{Lu}\.){1,3}\s\p{Lu}[\p{Lu}'’-]+\.?$/u;
const completed = /^(?:\p{Lu}\.\s?){1,3}\p{Lu}\[\p{Lu}[\p{L}'’-]+\]$/u;
const bracketed = /^\((?:(?:Dr\.?|Prof\.?|von|van|de)\s)*\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}.-]+){0,2}\)$/u;
const noSignature =
  /^(?:ENDS?|BEGINS?|MESSAGE|STOP|SECRET|EXTRACTS?|ANNEX(?: [A-Z])?|ATTACHMENT|APPENDIX(?: [A-Z])?|CONCLUSIONS?|RECOMMENDATIONS?|PRESENT|NOTE|NOTES|PART [A-Z]+|CONFIDENTIAL|PERSONAL|ENCLOSURES?|JAPAN|GERMANY|ITALY|FRANCE|CHINA|TIMOR|AUSTRALIA|GENERAL|FINAL|AND|THE|UNQUOTE|SUMMARY|MEMORANDUM|WAR CABINET|CABINET|CANBERRA|LONDON|MELBOURNE|SYDNEY|WASHINGTON)$/;

//   > | J. A. S.
const initialsAlone = /^(?:\p{Lu}\.\s?){2,4}$/u;

/** Is a line nothing but a name, as one signs? */
export function isSignature(words: string): boolean {
  const bare = words.replace(/\s*\[\d{1,3}\]$/, '').replace(/^\[(.*)\]$/, '$1');
  //   > | EVATT ENDS.      the word that ends a message is none of a name's
  if (/\b(?:ENDS|MESSAGE ENDS|UNQUOTE)\b/.test(bare)) return false;
  if (bare.length > 40 || bare.length < 3) return false;
  if (initialsAlone.test(bare) || inFull.test(bare) || completed.test(bare)) return true;
  const plain = bare.replace(/[().]/g, '').trim();
  return (
    !noSignature.test(plain) &&
    (inCapitals.test(bare) || initialsAndName.test(bare) || bracketed.test(bare)) &&
    surnameOf(plain).length > 1
  );
}

/**
 * Name and office on one line, as those sign who speak for a body; a name in capitals needs no comma before the office.
 *
 *     > | Richard Roe, Chairman of the Board      > | R.J.ROE Secretary      > | RICHARD ROE - Secretary
 *         ^^^^^^^^^^^                                   ^^^^^^^                      ^^^^^^^^^^^
 */
export function signedWithOffice(words: string): number | undefined {
  const match =
    /^(?:\p{Lu}[\p{L}'’.-]*\s){1,3}\p{Lu}[\p{L}'’-]+(?=,\s(?:the\s)?(?<office>\p{Lu}.{3,60})$)/u.exec(
      words,
    ) ??
    /^(?:(?:\p{Lu}\.\s?){1,3}|\p{Lu}{3,}\s)?\p{Lu}[\p{Lu}'’-]{2,}(?=\s(?:[-–—]\s)?(?<office>\p{Lu}\p{Ll}{3}.{0,56})$)/u.exec(
      words,
    );
  return match &&
    isOffice(match.groups?.office ?? '') &&
    !isOffice(match[0]) &&
    !noSignature.test(match[0].split(/[\s.]/u).at(-1) ?? '')
    ? match[0].length
    : undefined;
}

/** A forename and a surname as they are spelled in print: below the text alone, in a paper that names no other sender. */
export const isNamePrinted = (words: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\.){0,2}\s(?:(?:Mc|Mac|O['’])?\p{Lu}\p{Ll}{2,})(?:-\p{Lu}\p{Ll}{2,})?$/u.test(
    words,
  ) && !isOffice(words);

/** Below a signature: the office, a short line without a final stop. */
export const isOffice = (words: string): boolean =>
  words.length <= 70 &&
  /^[\p{Lu}(]/u.test(words) &&
  !/[.!?:]$/.test(words) &&
  /\b(?:Minister|Secretary|Officer|Commissioner|Ambassador|Counsellor|Division|Branch|Section|Director|Treasurer|Consul|Attach[eé]|Chairman|President|Head|Chief|Adviser|Department|Representative|General|Assistant|Administrator|Delegate|Member|Commander)\b/i.test(
    words,
  );
