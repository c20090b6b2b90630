/** An office or bureau that stands on a line of its own, as the maker of a paper does. */

//   > | Asian Affairs Bureau        > | Ministry of Foreign Affairs, Treaties Department        > | Embassy in Tokyo
const bureau =
  /^(?:the )?(?:\p{Lu}[\p{L}’'&-]*(?:,)?\s(?:of\s|for\s|and\s|the\s|in\s)*){0,6}?(?:Bureau|Ministry|Department|Directorate(?:-General)?|Embassy|Legation|Consulate(?:[ -]General)?|Secretariat|Division|Section|Mission|Delegation|Agency|Commissariat)(?:(?:,| of| for| in| at| to)?\s(?:the\s)?\p{Lu}[\p{L}’'&-]*(?:\s(?:and|of)(?=\s))*){0,6}$/u;

/** Not a heading in capitals, which may say anything. */
export const isBureau = (words: string): boolean =>
  words.length <= 70 && /\p{Ll}/u.test(words) && bureau.test(words);
