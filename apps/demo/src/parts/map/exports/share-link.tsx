import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { MOST_LINKED_IDS } from '../../../share/map-link.ts';
import { currentAddress, currentLink } from '../model/address.ts';

/** A link that opens the map as it is. */
export function ShareLink(): JSX.Element {
  const told = useSignal<string | undefined>(undefined);
  const isTooLong = useComputed(
    () => currentLink().views.reduce((sum, { selection }) => sum + selection.length, 0) > MOST_LINKED_IDS,
  );
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(currentAddress());
      told.value = 'Copied.';
    } catch {
      told.value = 'The browser does not allow copying; the address above is the link.';
    }
  };
  return (
    <div class="share">
      <button type="button" class="button" onClick={() => void copy()}>
        Copy link
      </button>
      <span role="status">{told.value}</span>
      <p class="note">
        It opens the map at this place, with this layout, these classes and this selection.
        {isTooLong.value && ` A selection of more than ${MOST_LINKED_IDS} images stays behind.`}
      </p>
    </div>
  );
}
