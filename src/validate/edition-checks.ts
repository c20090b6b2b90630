/** The checks of a whole edition, from the shares of its files. */
import type { Diagnostic } from '../diagnostic.ts';
import { elementsOf, parseXml, type XmlElement } from '../xml/tree.ts';
import { EditionLinks } from './edition.ts';
import { type EditionShare, shareOf, targetsOf } from './edition-share.ts';
import { ReferenceOrder } from './reference-order.ts';

/** @param file its path, as those of the others; nothing where the XML is not sound */
export function shareOfXml(xml: string, file: string): EditionShare | undefined {
  const elements = elementsIn(xml, file);
  return elements && shareOf(file, elements);
}

/** Takes one share after the other, and keeps of each what is looked for in the end. */
export class EditionCheck {
  readonly #links = new EditionLinks();
  readonly #order = new ReferenceOrder();

  take(share: EditionShare): void {
    this.#links.add(share);
    this.#order.add(share);
  }

  /**
   * @param read the text of a file of the edition; nothing for one that is not there or cannot be read
   * @param whole the edition is all here: entries of the register that nothing mentions are told
   */
  findings(read: (file: string) => string | undefined, whole: boolean): readonly Diagnostic[] {
    const around = {
      exists: (file: string) => read(file) !== undefined,
      targets: (file: string) => {
        const xml = read(file);
        const elements = xml === undefined ? undefined : elementsIn(xml, file);
        return elements && targetsOf(elements);
      },
    };
    return [...this.#links.findings(around, whole), ...this.#order.findings()];
  }
}

/** Of an edition whose shares are all at hand. */
export function checkEdition(
  shares: Iterable<EditionShare>,
  read: (file: string) => string | undefined,
  whole: boolean,
): readonly Diagnostic[] {
  const check = new EditionCheck();
  for (const share of shares) check.take(share);
  return check.findings(read, whole);
}

function elementsIn(xml: string, file: string): readonly XmlElement[] | undefined {
  const { root } = parseXml(xml, file);
  return root && Array.from(elementsOf(root));
}
