import { describeGoldenLayers } from '../testing/golden-layers.ts';
import { useSimd } from '../testing/use-simd.ts';

useSimd();
describeGoldenLayers();
