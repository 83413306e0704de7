import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { notifyError } from '../../state/notices.ts';

/**
 * What a promise gives, once it does; undefined before, and while there is nothing to ask.
 *
 * @param ask - Asked whenever one of `inputs` is another one; undefined: nothing to ask.
 * @param doing - What fails when it fails, for the notice.
 */
export function usePromised<T>(
  ask: (() => Promise<T>) | undefined,
  inputs: readonly unknown[],
  doing: string,
): T | undefined {
  const answer = useSignal<{ readonly inputs: readonly unknown[]; readonly value: T } | undefined>(undefined);
  useEffect(() => {
    if (ask === undefined) return;
    let isStale = false;
    const take = async () => {
      try {
        const value = await ask();
        if (!isStale) answer.value = { inputs, value };
      } catch (error) {
        if (!isStale) notifyError(error, doing);
      }
    };
    void take();
    return () => {
      isStale = true;
    };
  }, inputs);
  const isCurrent = answer.value?.inputs.every((input, at) => input === inputs[at]) === true;
  return isCurrent ? answer.value?.value : undefined;
}
