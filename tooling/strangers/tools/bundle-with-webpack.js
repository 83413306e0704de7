import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';

const [, , context, path] = process.argv;
const output = { path, filename: 'page.js', publicPath: 'auto' };
webpack({ mode: 'production', context, entry: './page.js', output }, (error, stats) => {
  if (error !== null || stats.hasErrors())
    throw error ?? new Error(stats.toString({ all: false, errors: true }));
  writeFileSync(join(path, 'index.html'), '<!doctype html><script defer src="./page.js"></script>');
});
