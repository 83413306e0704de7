import type { Point } from '../geometry.ts';
import { rgbToCss } from '../scene/css-color-to-rgb.ts';
import type { Look } from '../scene/look.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A thing on the map: its middle and its width, in CSS pixels. */
export interface Spot extends Point {
  readonly size: number;
}

/** What lies over the map: the outline that is being drawn, the ring of the focus, names of guests. */
export class Overlay {
  readonly element: SVGSVGElement;
  readonly #outline: SVGPathElement;
  readonly #halo: SVGRectElement;
  readonly #ring: SVGRectElement;
  readonly #names: SVGGElement;

  constructor() {
    this.element = create('svg', { 'aria-hidden': 'true' });
    this.#outline = create('path', { 'stroke-width': 2, 'fill-opacity': 0.08, 'stroke-linejoin': 'round' });
    this.#halo = create('rect', { fill: 'none', 'stroke-width': 4.5 });
    this.#ring = create('rect', { fill: 'none', 'stroke-width': 2 });
    this.#names = create('g', { 'font-size': 12, 'text-anchor': 'middle', 'stroke-width': 4 });
    this.#names.setAttribute('paint-order', 'stroke');
    this.element.append(this.#names, this.#outline, this.#halo, this.#ring);
    this.showFocus(undefined);
  }

  setLook({ ink, paper, accent }: Look): void {
    this.#outline.setAttribute('stroke', rgbToCss(accent));
    this.#outline.setAttribute('fill', rgbToCss(accent));
    this.#halo.setAttribute('stroke', rgbToCss(paper));
    this.#ring.setAttribute('stroke', rgbToCss(ink));
    this.#names.setAttribute('fill', rgbToCss(ink));
    this.#names.setAttribute('stroke', rgbToCss(paper));
  }

  showOutline(tool: 'lasso' | 'box', outline: readonly Point[] | undefined): void {
    const corners = outline === undefined ? [] : tool === 'box' ? cornersOf(outline) : outline;
    const path = corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');
    this.#outline.setAttribute('d', path === '' ? '' : `M${path}Z`);
  }

  showFocus(spot: Spot | undefined): void {
    for (const rect of [this.#halo, this.#ring]) {
      rect.setAttribute('visibility', spot === undefined ? 'hidden' : 'visible');
      if (spot === undefined) continue;
      const side = spot.size + 7;
      const isDot = spot.size < 14;
      place(rect, { x: spot.x - side / 2, y: spot.y - side / 2, width: side, height: side });
      rect.setAttribute('rx', `${isDot ? side / 2 : 5}`);
    }
  }

  showNames(names: readonly (Spot & { readonly name: string })[]): void {
    const texts = names.map(({ x, y, size, name }) => {
      const text = create('text', { x, y: y + size / 2 + 18 });
      text.textContent = name;
      return text;
    });
    this.#names.replaceChildren(...texts);
  }
}

function cornersOf([start, end]: readonly Point[]): readonly Point[] {
  if (start === undefined || end === undefined) return [];
  return [start, { x: end.x, y: start.y }, end, { x: start.x, y: end.y }];
}

function create<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, name);
  place(element, attributes);
  return element;
}

function place(element: SVGElement, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
}
