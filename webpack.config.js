/** Builds the command line: dist/cli/phuluc.cjs, and beside it the parts that it loads when it needs them. */
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import webpack from 'webpack';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/** `npx phuluc` starts the file itself, so it must be executable. */
const executable = {
  apply(compiler) {
    compiler.hooks.afterEmit.tap('executable', ({ outputOptions }) => {
      chmodSync(path.join(outputOptions.path, 'phuluc.cjs'), 0o755);
    });
  },
};

const cli = {
  name: 'cli',
  target: 'node20',
  entry: './src/faces/cli/main.ts',
  output: {
    path: path.join(root, 'dist/cli'),
    filename: 'phuluc.cjs',
    chunkFilename: '[name].cjs',
    chunkFormat: 'commonjs',
    chunkLoading: 'require',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        type: 'javascript/esm',
        resolve: { fullySpecified: false },
        use: {
          loader: 'swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
            module: { type: 'es6' },
          },
        },
      },
    ],
  },
  devtool: false,
  optimization: { chunkIds: 'named' },
  plugins: [
    new webpack.DefinePlugin({ PHULUC_VERSION: JSON.stringify(version) }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
    executable,
  ],
  stats: 'errors-warnings',
};

export default [cli];
