import { type RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { theme } from '../../state/theme.ts';
import { type EpochStage, useStagePlace } from './use-epoch-stage.ts';

/** What the map shows. */
export interface EpochMapContent {
  /** `x0, y0, ...` */
  readonly places: Float32Array;
  /** Classes to colour the images by. */
  readonly colors: Uint8Array;
  /** Images with rings; the others are dimmed. */
  readonly marked: Uint32Array | undefined;
}

/** Puts a map into an element, and keeps it at its content. */
export function useEpochViewer(
  stage: EpochStage,
  { places, colors, marked }: EpochMapContent,
): RefObject<HTMLDivElement | null> {
  const { viewer } = stage;
  const place = useStagePlace(stage);
  useEffect(() => viewer.setLayout({ positions: places }, { fit: true }), [viewer, places]);
  useEffect(() => viewer.setTheme(theme.value), [viewer, theme.value]);
  useEffect(() => viewer.setLabels(colors), [viewer, colors]);
  useEffect(() => {
    viewer.mark(marked ?? new Uint32Array());
    viewer.emphasise(marked === undefined || marked.length === 0 ? undefined : { ids: marked });
  }, [viewer, marked]);
  return place;
}
