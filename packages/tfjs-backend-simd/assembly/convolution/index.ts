export { convolve } from './convolve';
export { filterGradient, sumParts } from './filter-gradient';
export * from './winograd';
export * from './gray';
