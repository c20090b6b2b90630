/**
 * `map.html`: the places of the register that have coordinates there, drawn when the edition is built. An
 * equidistant cylindrical projection, true to scale along the middle parallel; no tiles, nothing from elsewhere.
 */
import type { Artifact } from '../artifact.ts';
import type { RegisterEntry } from '../register.ts';
import { counted, spaced, type Words } from '../words/index.ts';
import { type Html, html } from './html.ts';
import { landRings, type Ring } from './land.ts';
import { compare, slug } from './names.ts';
import { masthead } from './page.ts';
import { count, counting, draftOf, type MakePart, type Site } from './part.ts';

interface Spot {
  readonly entry: RegisterEntry;
  readonly geo: readonly [number, number];
  readonly named: number;
  readonly sent: number;
}

/** Spots of a register, by id. */
export function spotsOf(entries: readonly RegisterEntry[]): Map<string, Spot> {
  return new Map(
    entries.flatMap((entry) =>
      entry.kind === 'place' && entry.geo ? [[entry.id, { entry, geo: entry.geo, named: 0, sent: 0 }]] : [],
    ),
  );
}

export const mapPart: MakePart = (site) => {
  const places = spotsOf(site.context.register.entries);
  return counting(
    'places',
    ({ entities, origin }) => {
      const counts: Record<string, number> = {};
      const named = new Set(entities.flatMap((e) => (e.kind === 'place' && e.register ? [e.register] : [])));
      for (const id of named) if (places.has(id)) count(counts, `named ${id}`);
      if (origin?.register !== undefined && places.has(origin.register))
        count(counts, `sent ${origin.register}`);
      return counts;
    },
    (sums) => {
      if (!site.hasMap) return [];
      const spots = Array.from(places.values(), (spot) => ({
        ...spot,
        named: sums.get(`named ${spot.entry.id}`) ?? 0,
        sent: sums.get(`sent ${spot.entry.id}`) ?? 0,
      }));
      const ordered = spots.sort((a, b) => b.named - a.named || compare(a.entry.id, b.entry.id));
      const facts = ordered.map(({ entry, named, sent }) => [entry.id, named, sent]);
      return [draftOf('map.html', facts, [], () => mapPage(ordered, site))];
    },
  );
};

function mapPage(spots: readonly Spot[], { page, words }: Site): Artifact {
  const main = html`${masthead(words.map)}
<p class="intro">${words.mapIntro}</p>
${figure(spots, words)}
<p class="quiet">${words.coastline}</p>
<section class="back"><h2 id="places">${words.mapTable}</h2>
<section class="table" aria-labelledby="places" tabindex="0"><table><thead><tr><th scope="col">${words.place}</th><th scope="col">${words.naming}</th><th scope="col">${words.sentFrom}</th><th scope="col">${words.latitude}</th><th scope="col">${words.longitude}</th></tr></thead>
<tbody>${spots.map(
    ({ entry, geo, named, sent }) =>
      html`<tr><td><a href="register/place/${slug(entry.id)}.html">${entry.name}</a></td><td class="sum">${spaced(named)}</td><td class="sum">${spaced(sent)}</td><td class="sum">${geo[0]}</td><td class="sum">${geo[1]}</td></tr>
`,
  )}</tbody></table></section></section>`;
  return page({ path: 'map.html', title: words.map, main });
}

const width = 900;

/** The part of the world that is drawn, in degrees; `west` may be below -180 and `east` above 180. */
interface View {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

function figure(spots: readonly Spot[], words: Words): Html {
  const view = viewOf(spots.map((s) => s.geo));
  const squeeze = Math.cos((((view.north + view.south) / 2) * Math.PI) / 180);
  const scale = width / ((view.east - view.west) * squeeze);
  const height = Math.round((view.north - view.south) * scale);
  const x = (longitude: number): number => rounded((longitude - view.west) * squeeze * scale);
  const y = (latitude: number): number => rounded((view.north - latitude) * scale);
  const most = Math.max(1, ...spots.map((s) => s.named));
  const placed = spots.map((spot) => ({
    spot,
    x: x(turned(spot.geo[1], view)),
    y: y(spot.geo[0]),
    r: rounded(3 + 17 * Math.sqrt(spot.named / most)),
  }));
  return html`<figure class="drawing" role="group" aria-label="${words.map}" tabindex="0"><svg class="map" viewBox="0 0 ${width} ${height}">
<path class="land" aria-hidden="true" d="${land(view, x, y)}"/>
<g class="graticule" aria-hidden="true">${graticule(view, x, y, height)}</g>
<g class="places">${placed.map(
    ({ spot, x: cx, y: cy, r }) =>
      html`<a href="register/place/${slug(spot.entry.id)}.html"><circle class="${spot.sent > 0 ? 'sent' : 'named'}" cx="${cx}" cy="${cy}" r="${r}"><title>${spot.entry.name}: ${counted(words.nDocuments, spot.named)}</title></circle></a>
`,
  )}</g>
<g class="labels" aria-hidden="true">${labels(placed, height)}</g>
</svg></figure>
`;
}

/** Cut where the widest stretch without places is, with room around. */
function viewOf(places: readonly (readonly [number, number])[]): View {
  const longitudes = places.map((p) => p[1]).sort((a, b) => a - b);
  let [west, widest] = [longitudes[0] ?? 0, 0];
  for (const [i, longitude] of longitudes.entries()) {
    const next = longitudes[i + 1] ?? (longitudes[0] ?? 0) + 360;
    if (next - longitude > widest) [west, widest] = [next > 180 ? next - 360 : next, next - longitude];
  }
  const span = 360 - widest;
  const latitudes = places.map((p) => p[0]);
  const [low, high] = [Math.min(...latitudes), Math.max(...latitudes)];
  const over = Math.max((high - low) * 0.12, (24 - (high - low)) / 2, 4);
  const [south, north] = [Math.max(low - over, -85), Math.min(high + over, 85)];
  const squeeze = Math.cos((((north + south) / 2) * Math.PI) / 180);
  // Wider than high, so that a screen shows it whole.
  const breadth = Math.min(360, Math.max(span * 1.16, span + 8, (north - south) / 0.62 / squeeze));
  const middle = west + span / 2;
  return { west: middle - breadth / 2, east: middle + breadth / 2, south, north };
}

/** The longitude as it lies in the view. */
function turned(longitude: number, { west }: View): number {
  let turn = longitude;
  while (turn < west) turn += 360;
  while (turn >= west + 360) turn -= 360;
  return turn;
}

type Scale = (degrees: number) => number;

function land(view: View, x: Scale, y: Scale): string {
  const paths: string[] = [];
  for (const ring of landRings()) {
    for (const shift of [-360, 0, 360]) {
      if (!touches(ring, shift, view)) continue;
      paths.push(`M${ring.map(([lon, lat]) => `${x(lon + shift)} ${y(lat)}`).join('L')}Z`);
    }
  }
  return paths.join('');
}

function touches(ring: Ring, shift: number, { west, east, south, north }: View): boolean {
  const [xs, ys] = [ring.map((p) => p[0] + shift), ring.map((p) => p[1])];
  return (
    Math.max(...xs) > west && Math.min(...xs) < east && Math.max(...ys) > south && Math.min(...ys) < north
  );
}

function graticule(view: View, x: Scale, y: Scale, height: number): Html {
  const step = view.east - view.west > 120 ? 30 : view.east - view.west > 50 ? 15 : 5;
  const lines = (from: number, to: number): number[] => {
    const first = Math.ceil(from / step);
    return Array.from(
      { length: Math.max(0, Math.floor(to / step) - first + 1) },
      (_, i) => (first + i) * step,
    );
  };
  return html`${lines(view.west, view.east).map((lon) => {
    const value = ((((lon + 180) % 360) + 360) % 360) - 180;
    const name =
      value === 0 || value === -180 ? `${Math.abs(value)}°` : `${Math.abs(value)}° ${value > 0 ? 'E' : 'W'}`;
    return html`<path d="M${x(lon)} 0V${height}"/><text x="${x(lon) + 3}" y="${height - 4}">${name}</text>`;
  })}${lines(view.south, view.north).map((lat) => {
    const name = lat === 0 ? '0°' : `${Math.abs(lat)}° ${lat > 0 ? 'N' : 'S'}`;
    return html`<path d="M0 ${y(lat)}H${width}"/><text x="3" y="${y(lat) - 3}">${name}</text>`;
  })}
`;
}

interface Placed {
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const letter = 14;

/** Names where there is room, the places named most first: right, left, above or below their circles. */
function labels(placed: readonly Placed[], height: number): Html {
  const taken: Box[] = placed.map(({ x, y, r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  const shown: Html[] = [];
  for (const [i, { spot, x, y, r }] of placed.entries()) {
    const long = [...spot.entry.name].length * letter * 0.55;
    const choices = [
      { anchor: 'start', tx: x + r + 4, ty: y + 5, left: x + r + 4 },
      { anchor: 'end', tx: x - r - 4, ty: y + 5, left: x - r - 4 - long },
      { anchor: 'middle', tx: x, ty: y - r - 5, left: x - long / 2 },
      { anchor: 'middle', tx: x, ty: y + r + letter, left: x - long / 2 },
    ];
    for (const { anchor, tx, ty, left } of choices) {
      const box = { left, right: left + long, top: ty - letter * 0.8, bottom: ty + 3 };
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      const free = taken.every(
        (t, j) =>
          j === i || t.right < box.left || t.left > box.right || t.bottom < box.top || t.top > box.bottom,
      );
      if (!inside || !free) continue;
      taken.push(box);
      shown.push(html`<text x="${rounded(tx)}" y="${rounded(ty)}" text-anchor="${anchor}">${spot.entry.name}</text>
`);
      break;
    }
  }
  return html`${shown}`;
}

function rounded(n: number): number {
  return Math.round(n * 10) / 10;
}
