export * from './math';
export * from './products';
export { constantsEnd, setScratch } from './scratch';
