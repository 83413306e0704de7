export { multiplyCentredBytes, multiplyCentredFloats, packColumns } from './affine-product';
export { packRowsOfBytes, packRowsOfFloats, squaredDistancesOfBytes, squaredDistancesOfFloats } from './distances';
