const OPAQUE_BLACK = 0xff000000;

/** Draws each point as one black pixel, the whole map fitted into the canvas. @param points - x, y, x, y, ... */
export function drawPoints(canvas: HTMLCanvasElement, points: Float32Array): void {
  const { width, height } = canvas;
  const xOf = scaleOf(points, 0, width - 1);
  const yOf = scaleOf(points, 1, height - 1);
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < points.length; i += 2)
    pixels[yOf(points[i + 1] ?? 0) * width + xOf(points[i] ?? 0)] = OPAQUE_BLACK;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

function scaleOf(points: Float32Array, axis: 0 | 1, largest: number): (value: number) => number {
  let min = Infinity;
  let max = -Infinity;
  for (let i = axis; i < points.length; i += 2) {
    min = Math.min(min, points[i] ?? min);
    max = Math.max(max, points[i] ?? max);
  }
  return (value) => Math.round(((value - min) / (max - min)) * largest);
}
