export { convolve } from './convolve';
export { filterGradient, sumParts } from './filter-gradient';
export * from './winograd';
export * from './gray';
export { packFilter } from './pack-filter';
