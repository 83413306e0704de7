export { multiplyMatrices } from './matrices';
