/** Builds the panel over a workbook in memory (test/e2e/story) into .cache/story. */
import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import { pageRules } from '#webpack';

const root = path.join(import.meta.dirname, '../..');

export default {
  mode: 'production',
  context: root,
  target: ['web', 'es2022'],
  entry: { story: './test/e2e/story/main.ts' },
  output: { path: path.join(root, '.cache/story'), filename: '[name].js', chunkFilename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: pageRules() },
  devtool: false,
  plugins: [new MiniCssExtractPlugin(), new HtmlWebpackPlugin({ filename: 'story.html', template: './test/e2e/story/story.html' })],
  performance: { hints: false },
  stats: 'errors-warnings',
};
