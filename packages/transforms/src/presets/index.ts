export { type Preset, presetNamed, presets } from './presets.ts';
