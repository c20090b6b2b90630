/** What the source does not show, counted by reason: passages not declassified, illegible, left out. */
import { attribute, type XmlElement } from '../../xml/tree.ts';
import { placeOf } from './evidence.ts';

export interface GapsOfReason {
  /** Passages of this kind. */
  count: number;
  /** Anchors of the paragraphs that have one, and how many. */
  readonly places: Map<string, number>;
}

export class Gaps {
  readonly byReason = new Map<string, GapsOfReason>();

  add(gap: XmlElement): void {
    const reason = attribute(gap, 'reason') ?? '';
    const known = this.byReason.get(reason) ?? { count: 0, places: new Map<string, number>() };
    known.count += 1;
    const place = placeOf(gap);
    if (place !== undefined) known.places.set(place, (known.places.get(place) ?? 0) + 1);
    this.byReason.set(reason, known);
  }
}
