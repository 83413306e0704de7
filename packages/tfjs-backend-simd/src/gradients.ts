import './generated/gradients.js';

/**
 * Makes sure that tfjs knows the gradients of its ops. Its bundle for Node leaves them out; loading this module has
 * registered them for every backend.
 */
export function registerGradients(): void {}
