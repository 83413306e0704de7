/** How images of one size lie in an array texture: one after the other in its lines, as in an IDX file. */
export interface AtlasShape {
  readonly imagesPerLine: number;
  /** Of each layer. */
  readonly lines: number;
  readonly layers: number;
  /** Texels of a line. */
  readonly width: number;
}

/** A part of a layer that is uploaded in one call; its bytes lie one after the other. */
export interface AtlasRectangle {
  readonly x: number;
  readonly y: number;
  readonly layer: number;
  readonly width: number;
  readonly height: number;
  /** Where its bytes begin in those of all images. */
  readonly byteOffset: number;
}

const WIDEST = 8192;

export function atlasShape(imageCount: number, pixelCount: number, maxTextureSize: number): AtlasShape {
  const imagesPerLine = Math.max(1, Math.floor(Math.min(maxTextureSize, WIDEST) / pixelCount));
  const lineCount = Math.max(1, Math.ceil(imageCount / imagesPerLine));
  const lines = Math.min(lineCount, maxTextureSize, WIDEST);
  return {
    imagesPerLine,
    lines,
    layers: Math.ceil(lineCount / lines),
    width: imagesPerLine * pixelCount,
  };
}

/** The fewest rectangles that the images `first..first + count - 1` fill: the rest of a line, whole lines, a begun line. */
export function atlasRectangles(
  { imagesPerLine, lines }: AtlasShape,
  pixelCount: number,
  first: number,
  count: number,
): readonly AtlasRectangle[] {
  const rectangles: AtlasRectangle[] = [];
  for (let image = first; image < first + count; ) {
    const column = image % imagesPerLine;
    const line = Math.floor(image / imagesPerLine);
    const left = first + count - image;
    const isWholeLines = column === 0 && left >= imagesPerLine;
    const height = isWholeLines ? Math.min(Math.floor(left / imagesPerLine), lines - (line % lines)) : 1;
    const columns = isWholeLines ? imagesPerLine : Math.min(left, imagesPerLine - column);
    rectangles.push({
      x: column * pixelCount,
      y: line % lines,
      layer: Math.floor(line / lines),
      width: columns * pixelCount,
      height,
      byteOffset: (image - first) * pixelCount,
    });
    image += columns * height;
  }
  return rectangles;
}
