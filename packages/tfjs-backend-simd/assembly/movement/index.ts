export { copyRows, fill, gatherRows } from './copy';
export { transposeMatrices } from './transpose';
