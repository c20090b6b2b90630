/** TEI of about 12 KB each, valid by tei_all: header, correspondence, names, lists, tables, notes. Always the same. */
const names = ['Sato', 'Han Nianlong', 'Huang Hua', 'Sonoda', 'Fukuda', 'Brezhnev', 'Ogawa', 'Nakae'];
const places = ['Peking', 'Tokyo', 'Moscow', 'Washington', 'Hanoi', 'London'];
const words =
  'the draft of the treaty was read and explained to the other side which asked for time to examine it before the next meeting of both delegations on the question of hegemony and of relations with third countries'.split(
    ' ',
  );

export function* letters(count) {
  let state = 1978;
  const next = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % n;
  };
  const prose = (n) => Array.from({ length: n }, () => words[next(words.length)]).join(' ');
  for (let i = 0; i < count; i++) yield { name: `letter-${i}`, xml: letter(i, next, prose) };
}

/** @param paragraphs more make a longer one */
export function letter(i, next, prose, paragraphs = 24) {
  const day = `1978-${String(1 + next(12)).padStart(2, '0')}-${String(1 + next(28)).padStart(2, '0')}`;
  const person = () => {
    const n = next(names.length);
    return `<persName ref="#p${n}">${names[n]}</persName>`;
  };
  const place = () => {
    const n = next(places.length);
    return `<placeName ref="#l${n}">${places[n]}</placeName>`;
  };
  const paragraph = (n) => {
    const kind = next(6);
    if (kind === 0)
      return `<list>${[1, 2, 3].map((k) => `<item n="${k}">${prose(8)} ${place()}</item>`).join('')}</list>`;
    if (kind === 1)
      return `<table>${[1, 2, 3].map(() => `<row><cell role="label">${prose(2)}</cell><cell><num value="${next(900)}">${next(900)}</num></cell></row>`).join('')}</table>`;
    if (kind === 2) return `<quote><p>${prose(30)}, ${person()} said.</p></quote>`;
    return `<p xml:id="x${n}">${prose(25)} ${person()} ${prose(12)} <date when="${day}">that day</date>, ${prose(14)} ${place()}.<note n="${n}" place="bottom">${prose(9)} <hi rend="italic">${prose(2)}</hi>.</note></p>`;
  };
  const body = Array.from({ length: paragraphs }, (_, n) => paragraph(n)).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="d${i}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Telegram ${i}</title><author>${person()}</author></titleStmt>
<publicationStmt><publisher>An edition</publisher><availability><licence target="https://example.org/licence">As stated</licence></availability></publicationStmt>
<sourceDesc><msDesc><msIdentifier><repository>Archives</repository><idno>${i}</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
<profileDesc><correspDesc><correspAction type="sent">${person()}${place()}<date when="${day}">${day}</date></correspAction>
<correspAction type="received">${person()}${place()}</correspAction></correspDesc>
<particDesc><listPerson>${names.map((n, k) => `<person xml:id="p${k}"><persName>${n}</persName></person>`).join('')}</listPerson></particDesc>
<settingDesc><listPlace>${places.map((n, k) => `<place xml:id="l${k}"><placeName>${n}</placeName></place>`).join('')}</listPlace></settingDesc>
<textClass><keywords><term>telegram</term></keywords></textClass></profileDesc></teiHeader>
<text><body><div type="document"><head>Telegram ${i}</head>
<opener><dateline>${place()}, <date when="${day}">${day}</date></dateline></opener>
${body}
<closer><signed>${person()}</signed></closer></div></body></text></TEI>
`;
}
