export { fftColumns, fftInverseColumns } from './columns';
export { fftRowsPart } from './rows';
export { fftTwiddles } from './twiddles';
