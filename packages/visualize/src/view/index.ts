export { VisualizeError, type VisualizeErrorCode } from '../errors.ts';
export { fitCamera } from './camera/camera.ts';
export { createViewer } from './create-viewer.ts';
export type { Box, Point, Size } from './geometry.ts';
export { createPointGrid, type PointGrid } from './picking/point-grid.ts';
export { pointsInBox, pointsInPolygon } from './picking/points-in-polygon.ts';
export type {
  Viewer,
  ViewerCamera,
  ViewerEvents,
  ViewerGuest,
  ViewerLayout,
  ViewerOptions,
  ViewerStats,
  ViewerTool,
} from './viewer.ts';
