// biome-ignore-all format: written by `pnpm run leaderboard:docs`
// biome-ignore-all assist/source/organizeImports: as above
import result0 from '../../leaderboard/results/2-conv-113k-parameters-2026-11-30-a6b4b16c.json' with { type: 'json' };
import result1 from '../../leaderboard/results/2-conv-3-fc-500k-parameters-2026-11-30-1275eb17.json' with { type: 'json' };
import result2 from '../../leaderboard/results/2-conv-pooling-elu-pytorch-2026-11-30-13edfd18.json' with { type: 'json' };
import result3 from '../../leaderboard/results/2-conv-pooling-kashif-rasul-2026-11-30-af16a7da.json' with { type: 'json' };
import result4 from '../../leaderboard/results/2-conv-pooling-tensorflow-2026-11-30-32f6326e.json' with { type: 'json' };
import result5 from '../../leaderboard/results/2-conv-under-100k-parameters-2026-11-30-c0a9ed13.json' with { type: 'json' };
import result6 from '../../leaderboard/results/3-conv-2-fc-2026-11-30-99eb97d7.json' with { type: 'json' };
import result7 from '../../leaderboard/results/3-conv-pooling-bn-2026-11-30-65a8b0cc.json' with { type: 'json' };
import result8 from '../../leaderboard/results/compact-20-minutes-2026-11-30-e2764b0e.json' with { type: 'json' };
import result9 from '../../leaderboard/results/compact-3-hours-2026-11-30-5d489017.json' with { type: 'json' };
import result10 from '../../leaderboard/results/gru-svm-2026-11-30-207c441c.json' with { type: 'json' };
import result11 from '../../leaderboard/results/hog-svm-2026-11-29-42d1fd86.json' with { type: 'json' };
import result12 from '../../leaderboard/results/mlp-256-128-100-2026-11-29-a2325fb1.json' with { type: 'json' };
import result13 from '../../leaderboard/results/squeezenet-2026-11-30-0f8c2715.json' with { type: 'json' };
import result14 from '../../leaderboard/results/xgboost-2026-11-29-93425062.json' with { type: 'json' };

/** The files of `leaderboard/results` by their names. */
export const resultFiles: Readonly<Record<string, unknown>> = {
  '2-conv-113k-parameters-2026-11-30-a6b4b16c.json': result0,
  '2-conv-3-fc-500k-parameters-2026-11-30-1275eb17.json': result1,
  '2-conv-pooling-elu-pytorch-2026-11-30-13edfd18.json': result2,
  '2-conv-pooling-kashif-rasul-2026-11-30-af16a7da.json': result3,
  '2-conv-pooling-tensorflow-2026-11-30-32f6326e.json': result4,
  '2-conv-under-100k-parameters-2026-11-30-c0a9ed13.json': result5,
  '3-conv-2-fc-2026-11-30-99eb97d7.json': result6,
  '3-conv-pooling-bn-2026-11-30-65a8b0cc.json': result7,
  'compact-20-minutes-2026-11-30-e2764b0e.json': result8,
  'compact-3-hours-2026-11-30-5d489017.json': result9,
  'gru-svm-2026-11-30-207c441c.json': result10,
  'hog-svm-2026-11-29-42d1fd86.json': result11,
  'mlp-256-128-100-2026-11-29-a2325fb1.json': result12,
  'squeezenet-2026-11-30-0f8c2715.json': result13,
  'xgboost-2026-11-29-93425062.json': result14,
};
