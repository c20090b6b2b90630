/** Outlines of land for maps (Natural Earth, public domain), read from `assets/land.txt`. */
import { assetText } from './assets.ts';

export type Ring = readonly (readonly [number, number])[];

/** Rings of longitude and latitude in degrees. */
export function landRings(): readonly Ring[] {
  const lines = assetText('land.txt')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const steps = line.split(' ').map(Number);
    const ring: [number, number][] = [];
    let [x, y] = [0, 0];
    for (let i = 0; i + 1 < steps.length; i += 2) {
      x += steps[i] ?? 0;
      y += steps[i + 1] ?? 0;
      ring.push([x / 10, y / 10]);
    }
    return ring;
  });
}
