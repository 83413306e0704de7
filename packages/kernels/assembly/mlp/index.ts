export { mlpAdam } from './adam';
export { mlpBackward } from './backward';
export { mlpCentreBiases, mlpForwardBytes, mlpForwardFloats } from './forward';
export { mlpGradient } from './gradient';
export { mlpSgd } from './sgd';
