import {
  BACKGROUND,
  type DotLayer,
  LEGEND_DOT_RADIUS,
  type LegendDot,
  type Scene,
  type SceneBox,
  type SceneLine,
  type SceneText,
} from './scene.ts';

/** Steps per pixel in which dots are placed. */
const STEPS = 10;

/** Rows of this many steps, within which dots are written from left to right, so that steps between them are short. */
const BAND = 60;

/** An SVG document of a scene. */
export function renderSvg(
  { width, height, boxes = [], lines = [], layers, legendDots, texts }: Scene,
  title: string,
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" fill="${BACKGROUND}"/>`,
    ...boxes.map(boxElement),
    ...lines.map(lineElement),
    `<g transform="scale(${1 / STEPS})" fill="none" stroke-linecap="round">`,
    ...layers.map(layerElement),
    '</g>',
    ...legendDots.map(legendElement),
    ...texts.map(textElement),
    '</svg>\n',
  ].join('\n');
}

function boxElement({ x, y, width, height, color }: SceneBox): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${color}"/>`;
}

function lineElement({ points, width, color }: SceneLine): string {
  return `<polyline points="${points.map(round).join(' ')}" fill="none" stroke="${color}" stroke-width="${round(width)}" stroke-linejoin="round"/>`;
}

function layerElement({ color, opacity, radius, name, points }: DotLayer): string {
  const stroke = `stroke="${color}" stroke-width="${round(2 * radius * STEPS)}" stroke-opacity="${round(opacity)}"`;
  return `<path d="${dotsPath(points)}" ${stroke}><title>${escapeXml(name)}</title></path>`;
}

/** Each dot is a line of length 0 with round caps, from which the next is reached: the shortest way to write dots. */
function dotsPath(points: Float32Array): string {
  let path = '';
  let x = 0;
  let y = 0;
  for (const [nextX, nextY] of inReadingOrder(points)) {
    const dy = nextY - y;
    path += `m${nextX - x}${dy < 0 ? '' : ' '}${dy}h0`;
    x = nextX;
    y = nextY;
  }
  return path;
}

function inReadingOrder(points: Float32Array): (readonly [number, number])[] {
  const steps: (readonly [number, number])[] = [];
  for (let i = 0; i < points.length; i += 2) {
    steps.push([Math.round((points[i] as number) * STEPS), Math.round((points[i + 1] as number) * STEPS)]);
  }
  const bandOf = (y: number) => Math.floor(y / BAND);
  return steps.toSorted(([x0, y0], [x1, y1]) => bandOf(y0) - bandOf(y1) || x0 - x1 || y0 - y1);
}

function legendElement({ x, y, color }: LegendDot): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${LEGEND_DOT_RADIUS}" fill="${color}"/>`;
}

function textElement({ text, x, y, size, weight, color, anchor, halo }: SceneText): string {
  const rim = halo
    ? ` stroke="${BACKGROUND}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
    : '';
  const font = `font-size="${size}" font-weight="${weight === 'semibold' ? 600 : 400}" text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" ${font} fill="${color}"${rim}>${escapeXml(text)}</text>`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
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
