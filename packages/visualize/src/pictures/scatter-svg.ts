import type { NdArray } from '@fashion-mnist/core';
import {
  BACKGROUND,
  type ScatterOptions,
  type SceneClass,
  type SceneText,
  scatterScene,
} from './scatter-scene.ts';

/**
 * An SVG document of a map, coloured and labelled by class.
 *
 * @param coordinates - Shape `[pointCount, 2]`, at least one point, y up; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION` - too small a picture.
 */
export function scatterSvg(coordinates: NdArray<Float32Array>, options: ScatterOptions): string {
  const scene = scatterScene(coordinates, options);
  const { width, height, pointRadius } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escapeXml(options.title ?? 'Map')}</title>`,
    `<rect width="100%" height="100%" fill="${BACKGROUND}"/>`,
    ...scene.classes.map((entry) => classElements(entry, pointRadius)),
    ...scene.texts.map(textElement),
    '</svg>\n',
  ].join('\n');
}

/** Each point is a line of length 0 with round caps: the shortest way to write a dot. */
function classElements({ color, name, points, legendDot: [x, y] }: SceneClass, radius: number): string {
  const dots: string[] = [];
  for (let i = 0; i < points.length; i += 2) dots.push(`M${round(points[i])} ${round(points[i + 1])}h0`);
  const stroke = `stroke="${color}" stroke-width="${round(2 * radius)}" stroke-linecap="round" stroke-opacity="0.8"`;
  return `<path d="${dots.join('')}" fill="none" ${stroke}><title>${escapeXml(name)}</title></path><circle cx="${x}" cy="${y}" r="5" fill="${color}"/>`;
}

function textElement({ text, x, y, size, weight, color, anchor, halo }: SceneText): string {
  const rim = halo
    ? ` stroke="${BACKGROUND}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const font = `font-size="${size}" font-weight="${weight === 'semibold' ? 600 : 400}" text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" ${font} fill="${color}"${rim}>${escapeXml(text)}</text>`;
}

function round(value: number | undefined): string {
  return String(Math.round((value ?? 0) * 100) / 100);
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
