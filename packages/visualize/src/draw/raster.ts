import { parseColor } from './parse-color.ts';

/** An opaque RGB picture that shapes are painted on. */
export class Raster {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]` */
  readonly data: Uint8Array;

  constructor(width: number, height: number, background: string) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array(width * height * 3);
    const color = parseColor(background);
    for (let i = 0; i < this.data.length; i++) this.data[i] = color[i % 3] as number;
  }

  /** Mixes a colour into a pixel, `0..1` of it; pixels outside are ignored. */
  blend(x: number, y: number, [red, green, blue]: readonly [number, number, number], share: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height || share <= 0) return;
    const at = (y * this.width + x) * 3;
    this.data[at] = mix(this.data[at] as number, red, share);
    this.data[at + 1] = mix(this.data[at + 1] as number, green, share);
    this.data[at + 2] = mix(this.data[at + 2] as number, blue, share);
  }
}

function mix(below: number, above: number, share: number): number {
  return Math.round(below + (above - below) * Math.min(share, 1));
}
