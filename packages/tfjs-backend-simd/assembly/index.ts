export * from './convolution';
export * from './math';
export * from './products';
export { constantsEnd, setScratch } from './scratch';
