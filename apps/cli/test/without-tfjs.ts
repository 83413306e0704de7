import { registerHooks } from 'node:module';

/** Preloaded into a command that must do without tfjs: it fails where tfjs is asked for. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('@tensorflow/')) throw new Error('tfjs is loaded');
    return nextResolve(specifier, context);
  },
});
