/** What may follow a verb of saying before the clause that it reports begins. */

/** The patterns of what follows a verb, for ordinary print or for a text in capitals. */
interface Patterns {
  readonly thatTold: RegExp;
  readonly thatSaid: RegExp;
  readonly thatFar: RegExp;
  readonly question: RegExp;
  readonly pronounTold: RegExp;
  readonly pronounClause: RegExp;
  readonly nounClause: RegExp;
  readonly plainClause: RegExp;
  readonly saved: RegExp;
  readonly copula: RegExp;
  readonly colon: RegExp;
  readonly as: RegExp;
}

function patternsFor(capitals: boolean): Patterns {
  const b = '[\\s\\u00a0]+';
  const i = capitals ? 'iu' : 'u';
  // In capitals any word may be a name; in print only what has one.
  const name = capitals ? '[^\\s.,;:]+' : "\\p{Lu}[\\p{L}.’'ʼ-]*";
  const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
  const adverb =
    '(?:yesterday|today|earlier|again|then|also|once more|in reply|in response|repeatedly|at the outset|further|however|frankly|briefly|to-day|this morning|this afternoon|last night|personally|confidentially|privately|emphatically|therefore|moreover)';
  const one = `(?:me|us|him|her|them|you|(?:the|his|her|their|our|its|an?)${b}(?:\\p{L}+${b}){0,4}?\\p{L}+|${name}(?:${b}${name}){0,4}?)(?:${b}\\[\\d+\\])?`;
  const listener = `${one}(?:${b}and${b}${one})?`;
  const aside = `(?:,?${b}${adverb})*|,(?!${b}(?:and|but|or|which|who)\\b|[^,.;:]{0,50}\\b(?:is|was|are|were)\\b)[^,.;:]{1,60},?|${b}(?:in|on|at|with|during|over|by|for|after|this(?=${b}(?:morning|afternoon|evening|week|month|year)\\b)|last|under|regarding|concerning|about|as|${months})${b}[^\\s.,;:]+(?:${b}[^\\s.,;:]+){0,5}?`;
  const mark = `(?:${b}\\[\\d+\\])?`;
  const finite =
    '(?:was|were|is|are|had|has|have|would|will|could|can|should|shall|must|might|may|did|does|do|seemed|meant|means|referred|came|made)';
  // Telegrams leave out articles too: «replied frank exchange had been useful».
  const begins = `(?!(?:to|of|by|with|about|from|nothing|so|yes|for|that|which|who|but|and|or|nor|importance|need|necessity|desirability|urgency|value)\\b)\\p{L}[\\p{L}’'ʼ-]*|the|a|an|any|no|all|both|his|her|their|its|our|my|such|some|many|most|neither|nothing|everything|in|if|as|while|on|at${capitals ? '' : '|\\p{Lu}[\\p{L}.-]*'}`;
  return {
    //   > | told Mr. Casey today that …
    //                            ^^^^
    thatTold: new RegExp(
      `^${mark}(?:${b}(?:to${b}|with${b})?${listener})?(?:${aside})?,?${b}that[,:]?${b}`,
      i,
    ),
    //   > | Vice Minister Han said that …   > | said, in reply, that …   Other verbs have a listener only with a
    //                              ^^^^                         ^^^^     preposition: «mentioned the reports that».
    thatSaid: new RegExp(
      `^${mark}(?:${b}(?:(?:to|with)${b}${listener}|me|us|him|her|them))?(?:${aside})?,?${b}that[,:]?${b}`,
      i,
    ),
    //   > | complained the same day (cablegram 548) that …
    //                                              ^^^^
    thatFar: new RegExp(
      `^${mark}(?:${b}(?!(?:that|and|but|which|who)\\b)(?:\\([^()]{1,50}\\)|[^\\s.,;:()]+)){1,11}?,?${b}that,?${b}`,
      i,
    ),
    //   > | he asked me whether …
    //                   ^^^^^^^
    question: new RegExp(
      `^(?:${b}${listener})?(?:,?${b}${adverb})?,?${b}(?=(?:whether|if|what|how|why|when|who|which|where)\\b)`,
      i,
    ),
    //   > | He replied it was …   > | he told me they would …
    //                  ^^^^^^                  ^^^^^^^^^^
    pronounTold: new RegExp(
      `^${mark}(?:${b}${listener})?${b}(?=(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t(?!${b}have\\b)|I|[Ww]e)${b}(?!(?:to|in|on|at|with|for|as|and|or|by|of|from|again|but|when|while|is,)\\b)\\p{L}+|(?:[Tt]here|[Tt]his|[Tt]hese|[Tt]hose|[Tt]hat)${b}(?:\\p{L}+${b})?${finite}\\b)`,
      i,
    ),
    pronounClause: new RegExp(
      `^${mark}(?:${b}(?:(?:to|with)${b}${listener}|me|us|him|her|them))?${b}(?=(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t(?!${b}have\\b)|I|[Ww]e)${b}(?!(?:to|in|on|at|with|for|as|and|or|by|of|from|again|but|when|while|is,)\\b)\\p{L}+|(?:[Tt]here|[Tt]his|[Tt]hese|[Tt]hose|[Tt]hat)${b}(?:\\p{L}+${b})?${finite}\\b)`,
      i,
    ),
    //   > | He stressed the Government would …
    //                   ^^^^^^^^^^^^^^^^^^^^
    nounClause: new RegExp(
      `^${mark}(?:${b}(?:me|us|him|her|them))?${b}(?=(?:${begins})${b}(?:(?!(?:that|which|who|whose|when|where|we|they|he|she|I|you)\\b)[^\\s.,;:!?“”"]+${b}){0,13}?[“"]?(?:was|were|is|are|had|has|have|would|will|could|can|should|must|might|may|did|does|appear(?:ed|s)|seem(?:ed|s)|remain(?:ed|s)|want(?:ed|s)|intend(?:ed|s)|hope[ds]|knew|believe[ds]|thought|saw|felt|feels|needs|means)\\b)`,
      i,
    ),
    //   > | I said even neutrals opposed to this        Nothing but a clause can follow
    //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    plainClause: new RegExp(
      `^${mark}${b}(?=(?!(?:it${b}have|to|of|in|on|at|by|with|about|from|for|as|so|nothing|yes|no|something|anything|much|little|more|few|and|or|but|again|when|while|what|only|good|then|later|earlier|${adverb})\\b)\\p{L}[^\\s,;:“”"]*(?:${b}[^\\s“”":]+){2,})`,
      i,
    ),
    //   > | He pointed out too early for talks …        > | stated did not believe …        the telegraph saves words
    //                     ^^^^^^^^^^^^^^^^^^^                     ^^^^^^^^^^^^^^^
    saved: new RegExp(
      `^${mark}${b}(?=(?:too|(?:did|does|do|had|has|have|was|were|is|are|would|could|will|must|should|might|may)${b}(?:not|no|been|never)|not${b}(?!to\\b)|no|never|(?:willing|ready|prepared|unable|impossible|difficult|premature|necessary)${b}(?:to|for|in)?)\\b)`,
      i,
    ),
    //   > | He noted Soviets not ready        the telegraph saves «were»
    //              ^^^^^^^^^^^^^^^^^
    copula: new RegExp(
      `^${mark}(?:${b}(?:me|us|him|her|them))?${b}(?=(?:${begins})${b}(?:(?!(?:of|to|in|on|at|with|for|from|by|that|which|who|and|or|but|as|if)\\b)[^\\s.,;:!?“”"]+${b}){0,3}?(?:not${b}(?!to\\b)|(?:unlikely|unable|willing|unwilling|prepared|reluctant|unaware|ready|likely)\\b)\\p{L}*)`,
      i,
    ),
    //   > | The Chancellor summarised: he understood …
    //                                  ^^^^^^^^^^^^^
    colon: new RegExp(`^(?:${b}[^\\s.,;:“”"]+){0,8}:${b}(?=[\\p{L}(])`, i),
    //   > | As the Minister said to the Ambassador yesterday, the country …
    //                                                         ^^^^^^^^^^^^^
    as: new RegExp(
      `^${mark}(?:${b}(?:to${b})?${listener})??(?:${aside})??(?:,${b}(?!(?:albeit|though|although|even if)\\b)|${b}(?=the${b}|\\p{Lu}))`,
      i,
    ),
  };
}

export const inPrint = patternsFor(false);
export const inUpperCase = patternsFor(true);
