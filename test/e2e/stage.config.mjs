/** Builds the page's Excel (test/e2e/stage) into .cache/stage/stage.js. */
import path from 'node:path';
import { pageRules } from '#webpack';

const root = path.join(import.meta.dirname, '../..');

export default {
  mode: 'production',
  context: root,
  target: ['web', 'es2022'],
  entry: { stage: './test/e2e/stage/main.ts' },
  output: { path: path.join(root, '.cache/stage'), filename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: pageRules() },
  devtool: false,
  performance: { hints: false },
  stats: 'errors-warnings',
};
