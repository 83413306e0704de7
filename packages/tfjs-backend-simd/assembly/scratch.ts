/** Where this thread may keep intermediate values: `SCRATCH_BYTES` of its own, set once per instance. */
export let scratch: usize = 0;

export function setScratch(pointer: usize): void {
  scratch = pointer;
}

/** Where the constants of the module end. */
export function constantsEnd(): usize {
  return __heap_base;
}
