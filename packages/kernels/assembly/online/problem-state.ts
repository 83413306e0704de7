/** Where the float64 values of one problem lie, in bytes: see `OnlineKernels.learnOneAgainstRest`. */
export const SCALE: usize = 0;
export const INTERCEPT: usize = 8;
export const STEP: usize = 16;
export const RATE: usize = 24;
export const LOSS: usize = 32;
export const DRIFT: usize = 40;
export const AVERAGE_FACTOR: usize = 48;
export const AVERAGE_DIVISOR: usize = 56;
export const AVERAGE_INTERCEPT: usize = 64;
export const POSITIVE_WEIGHT: usize = 72;
export const NEGATIVE_WEIGHT: usize = 80;
export const POSITIVE_CODE: usize = 88;
export const STATE_BYTES: usize = 96;
