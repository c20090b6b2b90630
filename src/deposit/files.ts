/**
 * The table of deposit files: what a package holds besides the edition itself. Another format is one module in
 * `files/` and one line here; a contract test holds every line to the same promises.
 */
import { archeTurtle } from './files/arche.ts';
import { bibTex, cslJson, ris } from './files/bibliography.ts';
import { changesMarkdown } from './files/changes.ts';
import { citationCff } from './files/citation-cff.ts';
import { dataCiteJson } from './files/datacite-json.ts';
import { dataCiteXml } from './files/datacite-xml.ts';
import { dataverseJson } from './files/dataverse.ts';
import { invenioDraft, invenioUpload } from './files/invenio.ts';
import { ledgerCsv, ledgerJson } from './files/ledger.ts';
import { validationText } from './files/validation.ts';
import type { Deposit, Role } from './model.ts';

export interface DepositFile {
  readonly path: string;
  readonly role: Role;
  readonly mediaType: string;
  /** What it is, for people: stands in the README, the crate and the preview. */
  readonly title: string;
  /** Its content, or nothing where the package has no use for it or a fact is missing that it cannot do without. */
  readonly make: (deposit: Deposit) => string | undefined;
}

const file = (
  path: string,
  role: Role,
  mediaType: string,
  title: string,
  make: DepositFile['make'],
): DepositFile => ({ path, role, mediaType, title, make });

export const depositFiles: readonly DepositFile[] = [
  file(
    'CHANGES.md',
    'metadata',
    'text/markdown',
    'What has changed since the version before',
    changesMarkdown,
  ),
  file(
    'CITATION.cff',
    'metadata',
    'application/yaml',
    'How to cite it (Citation File Format 1.2.0)',
    citationCff,
  ),
  file('metadata/arche.ttl', 'metadata', 'text/turtle', 'Description for ARCHE', archeTurtle),
  file('metadata/citation.bib', 'metadata', 'application/x-bibtex', 'References in BibTeX', bibTex),
  file(
    'metadata/citation-csl.json',
    'metadata',
    'application/vnd.citationstyles.csl+json',
    'References in CSL-JSON',
    cslJson,
  ),
  file('metadata/citation.ris', 'metadata', 'application/x-research-info-systems', 'References in RIS', ris),
  file(
    'metadata/datacite.json',
    'metadata',
    'application/json',
    'Description for DataCite, JSON',
    dataCiteJson,
  ),
  file('metadata/datacite.xml', 'metadata', 'application/xml', 'Description for DataCite, XML', dataCiteXml),
  file('metadata/dataverse.json', 'metadata', 'application/json', 'Dataset for Dataverse', dataverseJson),
  file(
    'metadata/invenio-draft.json',
    'metadata',
    'application/json',
    'Draft for Zenodo, KCWorks and other InvenioRDM',
    invenioDraft,
  ),
  file(
    'metadata/invenio-upload.json',
    'metadata',
    'application/json',
    'What to send to InvenioRDM, in order',
    invenioUpload,
  ),
  file('reports/ledger-of-fidelity.csv', 'report', 'text/csv', 'Ledger of fidelity, as a table', ledgerCsv),
  file(
    'reports/ledger-of-fidelity.json',
    'report',
    'application/json',
    'Ledger of fidelity, for programs',
    ledgerJson,
  ),
  file('reports/validation.txt', 'report', 'text/plain', 'Every check and what it found', validationText),
];
