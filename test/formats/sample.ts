/** One document in every readable format, with marks by which each aspect of it is found again. */
import { docxOf, pdfOf, typed, wordParagraph } from '../helpers/office.ts';

const lines = [
  'Number: 1384',
  'Sent: China, July 22, 1978, 19:40',
  'To: The Foreign Minister',
  'From: Ambassador Sato',
  'Classification: Secret',
  '',
  '1. At the meeting of this morning Vice Minister Han Nianlong said, “We  agree on basalt',
  'and granite, and on all that is written in the draft that you have handed over to us.”',
  '',
  '2. The talks went on in Beijing until July 25, 1978. [1 line not declassified]',
];

const text = `${lines.join('\n')}\n`;

/** Beside the text, in a format that has room for it. */
const box = 'Box 4711 Xanadu';

const header = `<teiHeader><fileDesc><titleStmt><title>Talks</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt><sourceDesc><p>Typescript</p></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName>Ambassador Sato</persName><date when="1978-07-22">July 22, 1978</date></correspAction><correspAction type="received"><roleName>The Foreign Minister</roleName></correspAction></correspDesc></profileDesc></teiHeader>`;
const tei = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">${header}<text><body>
<p>1. At the meeting of this morning Vice Minister Han Nianlong said, “We  agree on basalt
and granite, and on all that is written in the draft that you have handed over to us.”</p>
<p>2. The talks went on in Beijing until July 25, 1978. [1 line not declassified]</p>
</body></text></TEI>
`;

const lineBreak = '<w:r><w:br/></w:r>';

const escaped = (words: string): string => words.replaceAll('“', '&ldquo;').replaceAll('”', '&rdquo;');

/** PDFs of one font have its letters only: plain quotation marks. */
const plain = (words: string): string => words.replace(/[“”]/g, '"');

const bytesOf: Readonly<Record<string, () => string | Uint8Array>> = {
  text: () => text,
  markdown: () =>
    `---\ntitle: "62 Sato to the Foreign Minister"\nvolume: "Volume 8: 1978"\n---\n\n# 62 Sato to the Foreign Minister\n\nCablegram 1384 BEIJING, 22 July 1978, 7.40 p.m.\n\nSECRET\n\n${lines.slice(6).join('\n')}\n`,
  html: () =>
    `<!DOCTYPE html><html><head><title>Z</title><script>var hidden = 'Lurking';</script></head><body><main><p>${escaped(lines.slice(0, 5).join('<br>\n'))}</p><p>${escaped(lines.slice(6, 8).join('\n'))}</p><p>${lines[9]}</p></main></body></html>`,
  json: () => JSON.stringify({ id: 'sample', box, text }),
  jsonl: () => `${JSON.stringify({ id: 'sample', box, text })}\n`,
  csv: () => `id,box,text\nsample,${box},"${text}"\n`,
  docx: () =>
    docxOf(
      text
        .trim()
        .split('\n\n')
        .map((block) =>
          wordParagraph(...block.split('\n').flatMap((line, i) => (i === 0 ? [line] : [lineBreak, line]))),
        )
        .join(''),
    ),
  pdf: () => pdfOf([typed(lines.map(plain))]),
  tei: () => tei,
};

/** The sample as a reader gets it; throws for a reader that has none yet. */
export function sampleFor(reader: string): Uint8Array {
  const make = bytesOf[reader];
  if (make === undefined) throw new Error(`Write a sample for the reader ${reader}.`);
  return Buffer.from(make());
}
