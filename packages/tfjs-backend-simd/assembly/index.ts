export * from './math';
export { constantsEnd, setScratch } from './scratch';
