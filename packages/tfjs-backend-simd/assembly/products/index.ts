export { multiplyFewRows } from './few-rows';
export { multiplyMatrices } from './matrices';
