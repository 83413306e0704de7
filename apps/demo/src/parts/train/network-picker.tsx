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
  const isOpen = useSignal(HEAVY_NETWORKS.some(({ name }) => name === props.value));
  return (
    <fieldset class="train-networks" disabled={props.isDisabled}>
      <legend>Network</legend>
      {LIGHT_NETWORKS.map((network) => (
        <NetworkOption key={network.name} group={group} network={network} {...props} />
      ))}
      <details
        open={isOpen.value}
        onToggle={({ currentTarget }) => {
          isOpen.value = currentTarget.open;
        }}
      >
        <summary>{HEAVY_NETWORKS.length} more, slower ones</summary>
        {isOpen.value &&
          HEAVY_NETWORKS.map((network) => (
            <NetworkOption key={network.name} group={group} network={network} isHeavy={true} {...props} />
          ))}
      </details>
    </fieldset>
  );
}

interface NetworkOptionProps extends NetworkPickerProps {
  readonly network: NetworkChoice;
  readonly group: string;
  /** Whether it is worth saying how long it takes. */
  readonly isHeavy?: boolean;
}

function NetworkOption({
  network,
  group,
  isHeavy = false,
  value,
  onChange,
}: NetworkOptionProps): JSX.Element {
  const { name, title, parameterCount, multiplyAdds, sentence } = network;
  return (
    <label class="train-network">
      <input type="radio" name={group} checked={name === value} onChange={() => onChange(name)} />
      <span class="train-network-title">{title}</span>
      <span class="train-network-size">
        {formatCount(parameterCount)} parameters
        {isHeavy && ` · ${formatCount(Math.round(multiplyAdds))} million operations an image`}
      </span>
      <span class="train-network-sentence">{sentence}</span>
    </label>
  );
}
