export { packBalls } from './balls';
export { gatherRows } from './gather';
export { packCentres, packPanels } from './panels';
export { projectBytes, projectWeightedBytes } from './project-bytes';
export { projectFloats } from './project-floats';
export { searchNeighbors } from './search';
export { splitNodes } from './split';
