import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ShownPicture } from '../../../work/photos/photo-outcome.ts';

interface StagePictureProps {
  readonly picture: ShownPicture;
  readonly alt: string;
}

/** The colours as they are, in either theme. */
export function StagePicture({ picture, alt }: StagePictureProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data, width, height } = picture;
  useLayoutEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  }, [data, width, height]);
  return (
    <canvas
      ref={canvas}
      class="stage-picture"
      width={width}
      height={height}
      data-coarse={Math.max(width, height) <= 28}
      role="img"
      aria-label={alt}
    />
  );
}
