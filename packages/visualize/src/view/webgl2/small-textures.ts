import type { Rgb } from '../scene/css-color-to-rgb.ts';

/** Digits stand in rows of 16, in the order of their classes. */
const COLUMNS = 16;
const CELL = 32;

/** A colour per label, 0..255. */
export function createPaletteTexture(gl: WebGL2RenderingContext, colors: readonly Rgb[]): WebGLTexture {
  const pixels = new Uint8Array(4 * 256);
  for (let label = 0; label < 256; label++) {
    const [red, green, blue] = colors[label % colors.length] ?? [128, 128, 128];
    pixels.set([red, green, blue, 255], 4 * label);
  }
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** The number of each class, white on black. */
export function createDigitTexture(gl: WebGL2RenderingContext, classCount: number): WebGLTexture {
  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * CELL;
  canvas.height = COLUMNS * CELL;
  const context = canvas.getContext('2d');
  if (context !== null) drawNumbers(context, classCount);
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, gl.RED, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  return texture;
}

function drawNumbers(context: CanvasRenderingContext2D, classCount: number): void {
  context.fillStyle = '#000';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = '#fff';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (let label = 0; label < classCount; label++) {
    const text = `${label}`;
    const fontSize = [24, 19, 14][text.length - 1] ?? 14;
    context.font = `600 ${fontSize}px system-ui, "Liberation Sans", sans-serif`;
    const middle = (label % COLUMNS) * CELL + CELL / 2;
    context.fillText(text, middle, (Math.floor(label / COLUMNS) + 0.5) * CELL + fontSize * 0.36);
  }
}
