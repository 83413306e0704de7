export { multiplyFewRows } from './few-rows';
export { multiplyMatrices } from './matrices';
export { packRightFactor } from './pack-right';
