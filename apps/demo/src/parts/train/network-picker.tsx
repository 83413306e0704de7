import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { formatCount } from '../../ui/format.ts';
import { HEAVY_NETWORKS, LIGHT_NETWORKS, type NetworkChoice } from './network-list.ts';

interface NetworkPickerProps {
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (name: string) => void;
}

/** The networks to choose from: the light ones in sight, the others one step away. */
export function NetworkPicker(props: NetworkPickerProps): JSX.Element {
  const group = useId();
  const isHeavy = HEAVY_NETWORKS.some(({ name }) => name === props.value);
  const isOpen = useSignal(isHeavy);
  return (
    <fieldset class="train-networks" disabled={props.isDisabled}>
      <legend>Network</legend>
      {LIGHT_NETWORKS.map((network) => (
        <NetworkOption key={network.name} group={group} network={network} {...props} />
      ))}
      <details open={isOpen.value} onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
        <summary>{HEAVY_NETWORKS.length} more, slower ones</summary>
        {isOpen.value &&
          HEAVY_NETWORKS.map((network) => (
            <NetworkOption key={network.name} group={group} network={network} {...props} />
          ))}
      </details>
    </fieldset>
  );
}

function NetworkOption({
  network,
  group,
  value,
  onChange,
}: NetworkPickerProps & { readonly network: NetworkChoice; readonly group: string }): JSX.Element {
  const { name, title, parameterCount, multiplyAdds, sentence } = network;
  return (
    <label class="train-network">
      <input type="radio" name={group} checked={name === value} onChange={() => onChange(name)} />
      <span class="train-network-title">{title}</span>
      <span class="train-network-size">
        {formatCount(parameterCount)} parameters · {formatMillions(multiplyAdds)} million operations an image
      </span>
      <span class="train-network-sentence">{sentence}</span>
    </label>
  );
}

function formatMillions(millions: number): string {
  return millions < 10 ? millions.toFixed(1) : formatCount(Math.round(millions));
}
