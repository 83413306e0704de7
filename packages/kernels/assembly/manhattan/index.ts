export { packCoarsePanels } from './coarse-panels';
export { sumGroups } from './group-sums';
export { searchMinkowski } from './minkowski';
export { roughCoordinates } from './rough-sums';
export { searchManhattan } from './search';
