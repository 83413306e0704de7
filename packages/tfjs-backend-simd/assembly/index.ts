export { constantsEnd, setScratch } from './scratch';
export * from './convolution';
export * from './losses';
export * from './math';
export * from './normalization';
export * from './pooling';
export * from './products';
export * from './reduction';
export * from './updates';
