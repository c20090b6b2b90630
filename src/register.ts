/**
 * The edition's register of people, offices, places, organisations and documents (`tei/register.xml`), as
 * data. Reading it from TEI is `xml/register.ts`; matching names against it is the work of `annotate/`.
 */
import type { EntityKind } from './document.ts';

export interface RegisterEntry {
  /** `xml:id` in register.xml. */
  readonly id: string;
  readonly kind: EntityKind;
  /** Preferred form of the name. */
  readonly name: string;
  /** Every name with its language, the preferred one first. */
  readonly names: readonly { readonly text: string; readonly language?: string; readonly type?: string }[];
  /** For people: offices held, with the years or dates of office where known (ISO). */
  readonly offices: readonly {
    readonly title: string;
    readonly office?: string;
    readonly org?: string;
    readonly from?: string;
    readonly to?: string;
  }[];
  /** For people: the days between which they were born and died, as far as known (ISO). */
  readonly birth?: string;
  readonly death?: string;
  /** For places: the IANA time zone that dispatches from there follow, `Asia/Shanghai`. */
  readonly zone?: string;
  /** For places: decimal degrees, latitude then longitude. */
  readonly geo?: readonly [number, number];
  /** For organisations and offices: the place where they sit, an id of the register. */
  readonly seat?: string;
  /** Identifiers in authority files: `wikidata`, `viaf` … Never guessed. */
  readonly authorities: Readonly<Record<string, string>>;
  /** For documents: date of signature or issue (ISO). */
  readonly date?: string;
  /** For documents: `treaty`, `clause` … */
  readonly type?: string;
  /** The entry that this one belongs to: the treaty of a clause, the ministry of an office. */
  readonly partOf?: string;
}

export interface Register {
  readonly entries: readonly RegisterEntry[];
}

export const emptyRegister: Register = { entries: [] };
