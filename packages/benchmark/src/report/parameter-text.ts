import type { Parameters, ParameterValue } from '../configuration.ts';

/** Parameters for people: `C=10 kernel=rbf`, `hidden_layer_sizes=[100,10]`. */
export function parameterText(parameter: Parameters): string {
  return Object.entries(parameter)
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join(' ');
}

function valueText(value: ParameterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
