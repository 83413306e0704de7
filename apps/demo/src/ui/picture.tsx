import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { theme } from '../state/theme.ts';

interface PictureProps {
  /** Row-major, `width * height` bytes, 0 is ground; undefined while it has not arrived. */
  readonly pixels: Uint8Array | undefined;
  readonly width?: number;
  readonly height?: number;
  /** CSS pixels of its longer side. */
  readonly size: number;
  /** Empty for a picture that only decorates. */
  readonly alt: string;
}

/** An image of a dataset, in ink on the ground of the page. */
export function Picture({ pixels, width = 28, height = 28, size, alt }: PictureProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = theme.value === 'dark';
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) drawInk(context, pixels, { width, height, dark });
  }, [pixels, width, height, dark]);
  const scale = size / Math.max(width, height);
  return (
    <canvas
      ref={canvas}
      class="picture"
      width={width}
      height={height}
      style={{ width: `${scale * width}px`, height: `${scale * height}px` }}
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
    />
  );
}

function drawInk(
  context: CanvasRenderingContext2D,
  pixels: Uint8Array | undefined,
  { width, height, dark }: { readonly width: number; readonly height: number; readonly dark: boolean },
): void {
  const image = context.createImageData(width, height);
  const channel = dark ? 255 : 0;
  pixels?.forEach((ink, pixel) => image.data.set([channel, channel, channel, ink], 4 * pixel));
  context.putImageData(image, 0, 0);
}
