/** Each kind of annotation as the TEI element for it: one `switch` that the compiler keeps complete. */
import type { Annotation, DateMention, NameMention, Phrase, Speech } from '../document.ts';
import { dateAttributes } from './dates.ts';
import type { Encoding } from './encoding.ts';
import type { Mark } from './inline.ts';

/** Outside first, where two annotations have the same span. */
const rank = { speech: 0, phrase: 1, slip: 2, date: 3, name: 4, role: 5, gap: 6 } as const;

/** The marks of an annotation: an element around its words, perhaps parts within. */
export function marksOf(annotation: Annotation, enc: Encoding): readonly Mark[] {
  switch (annotation.kind) {
    case 'name':
      return nameMarks(annotation, enc);
    case 'date':
      return [dateMark(annotation, enc)];
    case 'speech':
      return [speechMark(annotation, enc)];
    case 'phrase':
      return [phraseMark(annotation, enc)];
    case 'gap': {
      const at = { start: annotation.span.start, end: annotation.span.start };
      const gap: Mark = {
        span: at,
        rank: rank.gap,
        name: 'gap',
        attributes: {
          reason: annotation.reason,
          quantity: annotation.quantity?.toString(),
          unit: annotation.unit,
          ...enc.evidence(annotation),
        },
      };
      if (annotation.span.end === annotation.span.start) return [gap];
      // The printed words stay text, beside the gap they tell of.
      return [{ span: annotation.span, rank: rank.phrase, name: 'seg', attributes: { type: 'gap' } }, gap];
    }
    case 'note-mark':
      return [
        {
          span: annotation.span,
          rank: rank.gap,
          name: 'ref',
          attributes: {
            type: 'note',
            target: enc.notePointer(annotation.n, annotation.span.start),
            ...enc.evidence(annotation),
          },
        },
      ];
    case 'presence':
      // Told in the list of those who take part.
      return [];
    case 'slip':
      return [{ span: annotation.span, rank: rank.slip, name: 'sic', attributes: enc.evidence(annotation) }];
  }
}

function nameMarks(name: NameMention, enc: Encoding): readonly Mark[] {
  const pointer = enc.ids.pointer(name.entity);
  const evidence = enc.evidence(name);
  const mark = (element: string, attributes: Record<string, string | undefined>): Mark => ({
    span: name.span,
    rank: rank.name,
    name: element,
    attributes: { ...attributes, ...evidence },
    partId: (i) => enc.ids.fresh(`n.${name.span.start}.${i + 1}`),
  });
  if (name.form === 'description') return [mark('rs', { type: name.type, ref: pointer })];
  switch (name.type) {
    case 'person': {
      const role: readonly Mark[] = name.roleName
        ? [{ span: name.roleName, rank: rank.role, name: 'roleName', attributes: {} }]
        : [];
      return [mark('persName', { ref: pointer }), ...role];
    }
    case 'office':
      return [mark('roleName', { ref: pointer })];
    case 'place':
      return [mark('placeName', { ref: pointer })];
    case 'org':
      return [mark('orgName', { ref: pointer })];
    case 'event':
      return [mark('name', { type: 'event', ref: pointer })];
    case 'document':
      return [
        mark('ref', {
          type: enc.entity(name.entity)?.facts.type === 'telegram' ? 'telegram' : 'document',
          target: pointer,
        }),
      ];
  }
}

function dateMark(date: DateMention, enc: Encoding): Mark {
  const values = dateAttributes(date);
  const relative = date.anchor !== undefined;
  return {
    span: date.span,
    rank: rank.date,
    name: date.type === 'time' ? 'time' : 'date',
    attributes: {
      type:
        date.type === 'duration' || date.type === 'period' ? date.type : relative ? 'relative' : undefined,
      ...values,
      // What it was reckoned from, where that has an element of its own.
      corresp:
        date.anchor === 'meeting' || date.anchor === 'speech' ? enc.ids.pointer(enc.meeting) : undefined,
      ...dateEvidence(date, enc),
    },
    partId: (i) => enc.ids.fresh(`d.${date.span.start}.${i + 1}`),
  };
}

/** A zone that was inferred has a rule of its own. */
export function dateEvidence(date: DateMention, enc: Encoding): Record<string, string | undefined> {
  const evidence = zoneEvidence(date, enc);
  if (date.rule !== 'date.from-counterpart') return evidence;
  // What the original leaves blank is read in the same field of the translation.
  const field = enc.document.header.fields.find(
    (f) => f.layer === 'original' && f.span.start <= date.span.start && date.span.end <= f.span.end,
  );
  return { ...evidence, source: field && `#h.${field.name}` };
}

function zoneEvidence(date: DateMention, enc: Encoding): Record<string, string | undefined> {
  // What the file is called by is no word of the text: the rule beside the rule says so.
  if (date.anchor === 'name' && !date.zone?.inferred)
    return { evidence: 'external', ...enc.evidence(date, enc.log.rule('date.year-of-name')) };
  if (!date.zone?.inferred) return enc.evidence(date);
  return { evidence: 'conjecture', ...enc.evidence(date, enc.log.rule('date.zone-of-place')) };
}

export function speechAttributes(speech: Speech, enc: Encoding): Record<string, string | undefined> {
  return {
    who: enc.ids.pointer(speech.who),
    toWhom: enc.ids.pointer(speech.toWhom),
    direct: speech.mode === 'reported' ? 'false' : 'true',
    aloud: 'true',
    ...(speech.toWhom ? enc.evidence(speech, enc.log.rule('speech.addressee')) : enc.evidence(speech)),
  };
}

function speechMark(speech: Speech, enc: Encoding): Mark {
  const id = enc.utterance(speech);
  return {
    span: speech.span,
    rank: rank.speech,
    name: 'said',
    attributes: { 'xml:id': id, ...speechAttributes(speech, enc) },
    partId: (i) => (i === 0 ? id : enc.ids.fresh(`${id}.${i + 1}`)),
  };
}

function phraseMark(phrase: Phrase, enc: Encoding): Mark {
  const base = {
    span: phrase.span,
    rank: rank.phrase,
    partId: (i: number) => enc.ids.fresh(`q.${phrase.span.start}.${i + 1}`),
  };
  const evidence = enc.evidence(phrase);
  switch (phrase.type) {
    case 'title':
      return { ...base, name: 'title', attributes: { ref: enc.ids.pointer(phrase.entity), ...evidence } };
    case 'mentioned':
      return { ...base, name: 'mentioned', attributes: evidence };
    case 'soCalled':
      return { ...base, name: 'soCalled', attributes: evidence };
    case 'quote':
      return { ...base, name: 'quote', attributes: evidence };
    case 'emphasis':
      return { ...base, name: 'emph', attributes: evidence };
  }
}
