/** `network.html`: who wrote to whom, as a figure drawn when the edition is built, and as a table. */
import type { Artifact } from '../artifact.ts';
import { fill, spaced, type Words } from '../words/index.ts';
import { Parties } from './facets.ts';
import { type Html, html } from './html.ts';
import { compare } from './names.ts';
import { masthead } from './page.ts';
import { count, counting, draftOf, type MakePart, type Site, under } from './part.ts';
import { shortened } from './summary.ts';

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** More parties than this cannot be told apart in a figure; the table has more. */
const mostDrawn = 36;
const mostListed = 250;

export const networkPart: MakePart = (site) => {
  const parties = new Parties(site.context.register);
  return counting(
    'correspondence',
    ({ from, to }) => {
      const counts: Record<string, number> = {};
      const sent = from.map((a) => parties.valueOf(a));
      const received = to.map((a) => parties.valueOf(a));
      for (const { slug, label } of [...sent, ...received]) count(counts, `label ${slug}\t${label}`);
      for (const a of sent) for (const b of received) count(counts, `pair ${a.slug}\t${b.slug}`);
      return counts;
    },
    (sums) => {
      const ordered = Array.from(under(sums, 'pair '), ([key, n]): Pair => {
        const [from = '', to = ''] = key.split('\t');
        return { from, to, count: n };
      }).sort((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to));
      // A name that documents write differently: as most of them do.
      const labels = new Map(
        [...under(sums, 'label ')]
          .sort(([a, n], [b, m]) => n - m || compare(b, a))
          .map(([key]) => key.split('\t', 2) as [string, string]),
      );
      return [draftOf('network.html', [ordered, [...labels]], [], () => networkPage(ordered, labels, site))];
    },
  );
};

function networkPage(
  pairs: readonly Pair[],
  labels: ReadonlyMap<string, string>,
  { page, words }: Site,
): Artifact {
  const weights = new Map<string, number>();
  for (const { from, to, count: n } of pairs)
    for (const node of [from, to]) weights.set(node, (weights.get(node) ?? 0) + n);
  const ranked = [...weights].sort(([a, n], [b, m]) => m - n || compare(a, b));
  const drawn = ranked.slice(0, mostDrawn).map(([node]) => node);
  const label = (node: string): string => labels.get(node) ?? node;
  const main = html`${masthead(words.network)}
<p class="intro">${words.networkIntro}${ranked.length > drawn.length && ` ${fill(words.networkShown, { n: drawn.length, m: spaced(ranked.length) })}`}</p>
${pairs.length > 0 && figure(drawn, pairs, label, words)}
<section class="back"><h2 id="pairs">${words.networkTable}</h2>
${
  pairs.length === 0
    ? html`<p class="quiet">${words.none}</p>`
    : html`<section class="table" aria-labelledby="pairs" tabindex="0"><table><thead><tr><th scope="col">${words.from}</th><th scope="col">${words.to}</th><th scope="col">${words.letters}</th></tr></thead>
<tbody>${pairs.slice(0, mostListed).map(
        ({ from, to, count }) =>
          html`<tr><td><a href="browse/sender/${from}.html">${label(from)}</a></td><td><a href="browse/addressee/${to}.html">${label(to)}</a></td><td class="sum">${spaced(count)}</td></tr>
`,
      )}</tbody></table></section>`
}</section>`;
  return page({ path: 'network.html', title: words.network, main });
}

const size = 900;
const centre = size / 2;
const radius = 265;

/** Parties on a circle, heavy correspondents beside each other; a line for each pair, bent towards the centre. */
function figure(
  drawn: readonly string[],
  pairs: readonly Pair[],
  label: (node: string) => string,
  words: Words,
): Html {
  const order = arranged(drawn, pairs);
  // From the top, clockwise; two stand face to face, so that both can be read.
  const first = order.length === 2 ? Math.PI : -Math.PI / 2;
  const place = new Map(order.map((node, i) => [node, first + (i / order.length) * 2 * Math.PI] as const));
  const shown = pairs.filter(({ from, to }) => from !== to && place.has(from) && place.has(to));
  const most = Math.max(1, ...shown.map((p) => p.count));
  const at = (angle: number, r: number): string =>
    `${rounded(centre + Math.cos(angle) * r)} ${rounded(centre + Math.sin(angle) * r)}`;
  const lines = [...shown].reverse().map(({ from, to, count }) => {
    const [a, b] = [place.get(from) ?? 0, place.get(to) ?? 0];
    // Neighbours are joined near the rim, opposites through the middle; the way back bends a little otherwise.
    const apart = Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b))) / Math.PI;
    const bend = Math.atan2(Math.sin(a) + Math.sin(b), Math.cos(a) + Math.cos(b)) + 0.06;
    const middle = at(bend, radius * (0.9 - 0.85 * Math.sqrt(apart)));
    const width = rounded(0.6 + 9 * Math.sqrt(count / most));
    return html`<path d="M${at(a, radius)}Q${middle} ${at(b, radius)}" stroke-width="${width}"><title>${label(from)} → ${label(to)}: ${spaced(count)}</title></path>
`;
  });
  const nodes = order.map((node) => {
    const angle = place.get(node) ?? 0;
    const degrees = (angle * 180) / Math.PI;
    const left = Math.cos(angle) < -0.0001;
    const turn = rounded(left ? degrees + 180 : degrees);
    const [x = '', y = ''] = at(angle, radius + 12).split(' ');
    return html`<a href="browse/${pairs.some((p) => p.from === node) ? 'sender' : 'addressee'}/${node}.html"><circle cx="${at(angle, radius).split(' ')[0]}" cy="${at(angle, radius).split(' ')[1]}" r="4"/><text x="${x}" y="${y}" transform="rotate(${turn} ${x} ${y})" text-anchor="${left ? 'end' : 'start'}" dominant-baseline="middle">${shortened(label(node), 30)}</text></a>
`;
  });
  return html`<figure class="drawing" role="group" aria-label="${words.network}" tabindex="0"><svg class="network" viewBox="-90 0 ${size + 180} ${size}">
<g class="edges" aria-hidden="true">${lines}</g>
<g class="nodes">${nodes}</g>
</svg></figure>
`;
}

/** A chain: each party is followed by the one not yet placed with which most letters were exchanged. */
function arranged(drawn: readonly string[], pairs: readonly Pair[]): readonly string[] {
  const ties = new Map<string, number>();
  for (const { from, to, count } of pairs)
    for (const key of [`${from}\t${to}`, `${to}\t${from}`]) ties.set(key, (ties.get(key) ?? 0) + count);
  const left = [...drawn];
  const order = left.splice(0, 1);
  while (left.length > 0) {
    const last = order.at(-1) ?? '';
    let best = 0;
    for (const [i, node] of left.entries())
      if ((ties.get(`${last}\t${node}`) ?? 0) > (ties.get(`${last}\t${left[best]}`) ?? 0)) best = i;
    order.push(...left.splice(best, 1));
  }
  return order;
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}
