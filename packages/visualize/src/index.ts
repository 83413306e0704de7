export { alignPlaces } from './align-places.ts';
export { CLASS_COLORS, classColor } from './class-colors.ts';
export { VisualizeError, type VisualizeErrorCode } from './errors.ts';
export { type PcaOptions, type PcaProjection, pca } from './pca.ts';
export { createPcaSession, type PcaSession } from './pca-session.ts';
export { type ConfusionPngOptions, confusionPng, confusionSvg } from './pictures/confusion.ts';
export type { ConfusionOptions } from './pictures/confusion-scene.ts';
export { type CurvesPngOptions, curvesPng, curvesSvg } from './pictures/curves.ts';
export type { Curve, CurvePanel, CurvesOptions } from './pictures/curves-scene.ts';
export { encodePng, type GrayPicture } from './pictures/encode-png.ts';
export type { LabelledMap, PointClasses } from './pictures/labelled-map.ts';
export type { MapPanel } from './pictures/map-panel.ts';
export type { PngOptions } from './pictures/render-png.ts';
export { type ScatterPngOptions, scatterPng } from './pictures/scatter-png.ts';
export type { ScatterOptions } from './pictures/scatter-scene.ts';
export { scatterSvg } from './pictures/scatter-svg.ts';
export { type SideBySidePngOptions, sideBySidePng, sideBySideSvg } from './pictures/side-by-side.ts';
export type { SideBySideOptions } from './pictures/side-by-side-scene.ts';
export { type SpriteSheetOptions, spriteSheet } from './pictures/sprite-sheet.ts';
export { type ThumbnailMapOptions, thumbnailMap } from './pictures/thumbnail-map.ts';
export { type TileImagesOptions, tileImages } from './pictures/tile-images.ts';
export type { Projection } from './projection.ts';
export { type ProjectorOptions, type ProjectorSource, projectorFiles } from './projector/projector-files.ts';
export type { TensorFormat } from './projector/tensor-file.ts';
export { continuity } from './quality/continuity.ts';
export { type KnnLabelAccuracyOptions, knnLabelAccuracy } from './quality/knn-label-accuracy.ts';
export { neighborRecall } from './quality/neighbor-recall.ts';
export {
  type NeighborhoodOptions,
  type NeighborhoodQuality,
  neighborhoodQuality,
} from './quality/neighborhood-quality.ts';
export type { QualityScore } from './quality/quality-score.ts';
export type { QueryOptions } from './quality/query-points.ts';
export {
  type ShepardCorrelation,
  type ShepardOptions,
  shepardCorrelation,
} from './quality/shepard-correlation.ts';
export { trustworthiness } from './quality/trustworthiness.ts';
export type { ProjectionSession } from './session.ts';
export { tsne } from './tsne/tsne.ts';
export type { TsneOptions } from './tsne/tsne-options.ts';
export type { TsneProjection } from './tsne/tsne-projection.ts';
export { createTsneSession, type TsneSession } from './tsne/tsne-session.ts';
export { umap } from './umap/umap.ts';
export type { UmapLabels, UmapOptions } from './umap/umap-options.ts';
export type { UmapProjection } from './umap/umap-projection.ts';
export { createUmapSession, type UmapSession } from './umap/umap-session.ts';
