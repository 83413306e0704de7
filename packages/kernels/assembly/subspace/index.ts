export { combineVectors, residualLengths } from './combine';
export { orthonormalize } from './orthonormalize';
export { multiplyPanels, packVectorColumns, packVectorRows } from './panels';
export { symmetricEigen } from './symmetric-eigen';
