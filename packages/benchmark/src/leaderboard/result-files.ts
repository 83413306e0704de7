// biome-ignore-all format: written by `pnpm run leaderboard:docs`
// biome-ignore-all assist/source/organizeImports: as above
import result0 from '../../leaderboard/results/hog-svm-2026-11-29-42d1fd86.json' with { type: 'json' };
import result1 from '../../leaderboard/results/mlp-256-128-100-2026-11-29-a2325fb1.json' with { type: 'json' };
import result2 from '../../leaderboard/results/xgboost-2026-11-29-93425062.json' with { type: 'json' };

/** The files of `leaderboard/results` by their names. */
export const resultFiles: Readonly<Record<string, unknown>> = {
  'hog-svm-2026-11-29-42d1fd86.json': result0,
  'mlp-256-128-100-2026-11-29-a2325fb1.json': result1,
  'xgboost-2026-11-29-93425062.json': result2,
};
