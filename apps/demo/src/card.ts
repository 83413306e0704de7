import { classColor } from '@fashion-mnist/visualize/class-colors';
import { formatCount } from './count-text.ts';
import { context2d } from './create-canvas.ts';
import type { Hit } from './map-view.ts';
import { parseColor } from './parse-color.ts';
import { PICTURE_SIZE } from './picture.ts';
import { placeBeside } from './place-beside.ts';
import { requireElement } from './require-element.ts';

const GAP = 11;

/** The card beside the hovered point. */
export interface Card {
  show(hit: Hit, picture: Uint8Array, className: string): void;
  hide(): void;
}

export function createCard(element: HTMLElement): Card {
  const context = context2d(requireElement('canvas', HTMLCanvasElement, element));
  const swatch = requireElement('.swatch', HTMLElement, element);
  const name = requireElement('[data-testid="card-class"]', HTMLElement, element);
  const index = requireElement('.card-index', HTMLElement, element);
  return {
    show: (hit, picture, className) => {
      drawInk(context, picture, getComputedStyle(element).color);
      swatch.style.setProperty('--swatch', classColor(hit.label));
      name.textContent = className;
      index.textContent = `No. ${formatCount(hit.sample)}`;
      element.hidden = false;
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const { x, y } = placeBeside(hit.place, hit.radius + GAP, size, {
        width: innerWidth,
        height: innerHeight,
      });
      element.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide: () => {
      element.hidden = true;
    },
  };
}

function drawInk(context: CanvasRenderingContext2D, picture: Uint8Array, color: string): void {
  const rgb = parseColor(color);
  const image = context.createImageData(PICTURE_SIZE, PICTURE_SIZE);
  picture.forEach((ink, i) => image.data.set([...rgb, ink], 4 * i));
  context.putImageData(image, 0, 0);
}
