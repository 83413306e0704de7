export { descendCrammerSinger } from './crammer-singer';
export { descendDual, weightsOfMultipliers } from './dual';
export { squareRows } from './rows';
