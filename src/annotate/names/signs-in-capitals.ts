/**
 * What stands about a word in a text all in capitals and tells a person from a body, a place, a thing. Each sign adds
 * to one side; `bare-names-in-capitals.ts` weighs them over all the places where the word stands.
 */

/** Before the word, up to it. */
const spokenTo =
  /\b(?:TOLD|ASKED|SAW|MET|INFORMED|ASSURED|WITH|MEET|SEE|TELL|ABOUT|THAT|CALL|BRIEF|BRIEFED|BRIEFING|INVOLVE|BY|IF|BECAUSE|AS|SINCE|WHEN|ACCUSED|URGED|REPLACED?|SUCCEED|DISMISS|SUPPORTED)[ \n]{1,3}$/u;
const placed = /\b(?:IN|AT|NEAR|INTO|THE|A|AN|VIA|AROUND|AN?D? ANY|NO|THIS|THESE|SOME|ALL|PER)[ \n]{1,3}$/u;
/** A calling or an office without a name, which the name follows. */
const called =
  /\b(?:LEADER|OFFICIAL|DIRECTOR|MANAGER|COUNSEL|CANDIDATE|DELEGATE|DEPUTY|REPS?|REPRESENTATIVE|CHAIRMAN|CHIEF|HEAD|EDITOR|CORRESPONDENT|JOURNALIST|OFFICER|AGENT|DISSIDENT|SPOKESMAN|ATTACHE|CONSUL|POLCON|POLCOUNS|ECONCOUNS|POLOFF|CONOFF|ECONOFF|EMBOFF|PROFESSOR|LAWYER|BISHOP|MAYOR|SHAH|LATE|FORMER PRESIDENT|COLONEL|COMMANDER)[ \n]{1,3}$/u;

/** Behind the word. */
const utters =
  /^[ \n]{1,3}(?:(?:ALSO|THEN|AGAIN|\p{Lu}+LY)[ \n])?(?:SAID|SAYS|TOLD|ASKED|THINKS|THOUGHT|FELT|FEELS|BELIEVES?|BELIEVED|KNEW|KNOWS|REPLIED|REMARKED|SPOKE|HIMSELF|INTERJECTED|SMILED|MET|VISITED|RECALLED|ADMITTED|WONDERED|DIED|RESIGNED|RETIRED)\b/u;
const acts =
  /^[ \n]{1,3}(?:(?:ALSO|THEN|AGAIN|\p{Lu}+LY)[ \n])?(?:HAD|HAS|WOULD|COULD|MIGHT|MAY|SHOULD|MUST|WILL|IS|WAS|CAN|DID|DOES|WANTED|WANTS|SEEMED|SEEMS?|AGREED|AGREES|MADE|GAVE|WENT|LEFT|ARRIVED|RETURNED|APPEARED|APPEARS|SUGGESTED|ASSERTED|ARGUED|CONTINUES|INTENDS|HOPES|EXPECTS|REALIZES|STRESSED|CONFIRMED|CHARACTERIZED|NOTED|ADDED|CONCLUDES|STATED)\b/u;
const things =
  /^[- \n](?:CO\b|COMPANY|LTD|INC|CORP|S\.?A\b|AB\b|AG\b|GMBH|AIRLINES?|AIRWAYS|LINES?\b|AIRPORT|PORT\b|RIVER|PROVINCE|REGION|AREA|DISTRICT|BASE\b|BANK|HOTEL|PROJECT|MINE|REFINERY|PLANT|TREATY|AGREEMENT|CONFERENCE|NEWSPAPER|DECLARATION|CONVENTION|PROTOCOL|STREET|ROAD|ISLAND|MOUNTAINS?|VALLEY|DAM|UNIVERSITY|REPS?\b|OFFICIALS?|OFFICES?|MEMBERS?|LEADERS?|PRESIDENT|CHAIRMAN|DIRECTOR|MANAGER|MANAGEMENT|EMPLOYEES|PERSONNEL|FLIGHTS?|SERVICES?|OPERATIONS|CONTRACT|MEETING|COUNTRIES|DEL\b|DELEGATION|SECRETARIAT|CONGRESS|PARTY|UNION|TRIBES?|CREDITS?|LOANS?|TONS|PERCENT|CROWNS|DOLLARS|GUERRILLAS|TROOPS|FORCES|ACTIVISTS|DEPUTIES|MILITANTS|SEATS|VOTES?|SENATORS?|CLASS|TYPE)\b/u;
/** What only a body has. */
const bodily =
  /^[- \n](?:REPS?\b|REPRESENTATIVES?|OFFICIALS?|OFFICES?|MEMBERS?|MEMBERSHIP|LEADERS?|LEADERSHIP|PRESIDENT|CHAIRMAN|DIRECTOR|MANAGEMENT|EMPLOYEES|PERSONNEL|HEADQUARTERS|DELEGATION|SECRETARIAT|CONGRESS|PARTY|UNIONS?\b|GUERRILLAS|TROOPS|FORCES|ACTIVISTS|DEPUTIES|MILITANTS|SEATS|SENATORS?|FLIGHTS?|NEGOTIATORS?|SPOKESM[AE]N|SOURCES|EXPERTS|STAFF|BOARD|ALLIANCE|GROUP\b|STUDENTS)\b/u;
/** «THE CARAMANLIS GOVERNMENT»: what is called after a person. */
const calledAfter =
  /^[- \n](?:GOVERNMENT|GOVT|ADMINISTRATION|REGIME|JUNTA|CABINET|PLAN\b|VISIT|SPEECH|LETTER|STATEMENT|SUPPORTERS|FACTION|ARTICLE|PARTY LEADERSHIP)\b/u;
/** What companies have to do with. */
const trade =
  /\b(?:CONTRACTS?|DELIVER(?:Y|IES)|FLIGHTS?|SHIPMENTS?|GOODS|SALES|PRICES?|OPERATE|ROUTES?|MARKETS?|FREQUENC(?:Y|IES)|SETTLEMENT|COMPENSATION|LOSING MONEY|BARGAINING|PRODUCTION|SUBSIDIAR(?:Y|IES)|AFFILIATE)\b/u;
const he = /\b(?:HE|HIS|HIM|HIMSELF|WHO|WHOM)\b/gu;
const it = /\b(?:IT|ITS|ITSELF|WHICH)\b/gu;

export interface Signs {
  person: number;
  /** A place, a thing, a word. */
  other: number;
  /** How often an article stands before it. */
  articles: number;
  /** A party, a company, a bureau. */
  body: number;
  he: number;
  it: number;
}

/**
 * Adds what one place tells.
 *
 * @param start @param end of the name there
 * @param possessive «X’S» follows
 */
export function addSigns(text: string, start: number, end: number, possessive: boolean, to: Signs): void {
  const lead = text.slice(Math.max(0, start - 24), start);
  const rest = text.slice(end, end + 30);
  if (possessive || /^['’](?![A-Z])/.test(rest)) to.person += 0.5;
  if (called.test(lead) && !/^[ \n](?:AFFAIRS|SECTION|DIVISION|POLICY|MATTERS|DESK)\b/.test(rest))
    to.person += 1.4;
  if (calledAfter.test(rest)) to.person += 0.6;
  else if (placed.test(lead)) {
    to.other += 1;
    if (/\bTHE[ \n]$/.test(lead)) to.articles += 1;
  }
  if (bodily.test(rest)) to.body += 1;
  if (things.test(rest)) to.other += 1.5;
  if (spokenTo.test(lead)) to.person += 0.4;
  // Within the sentence, soon: a later «he» is another.
  const near = /^[^.;\n]{0,70}/u.exec(text.slice(end, end + 70))?.[0] ?? '';
  if (trade.test(near)) to.other += 0.5;
  const speaks = utters.test(rest);
  const active = speaks || acts.test(rest);
  to.it += (near.match(it)?.length ?? 0) * (active ? 1 : 0.5);
  if (!active) return;
  to.person += speaks ? 1.2 : 0.8;
  if (speaks) to.he += 0.5;
  to.he += near.match(he)?.length ?? 0;
}
