/**
 * Builds the command line (dist/cli: phuluc.cjs, and beside it the two programs that it loads when it needs them) and the task
 * pane (dist/addin: what Excel's web view loads, from the web server that the manifest names).
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { metadataOf, readFunctions } from './tools/functions-metadata.mjs';

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

/** What V8 made of a program, kept beside it, so that no start compiles it again (decision 22). */
const compiled = (name) => ({
  apply(compiler) {
    compiler.hooks.afterEmit.tap('compiled', ({ outputOptions }) => {
      execFileSync(process.execPath, ['--import', './tools/ts-loader.mjs', 'tools/keep-compiled.mjs', path.join(outputOptions.path, `${name}.cjs`)], { cwd: root, stdio: 'inherit' });
    });
  },
});

/** A part of the command line. Each is built by itself: what two of them share can stand in the scope of neither otherwise (decision 27). */
const commandLine = (name, entry, plugins) => ({
  name,
  target: 'node20',
  entry,
  output: { path: path.join(root, 'dist/cli'), filename: '[name].cjs', library: { type: 'commonjs2' } },
  externals: { '#faces/cli/writing': 'commonjs2 ./writing.cjs' },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    // What compiled-module.ts requires stands beside the build; webpack would look for it in the sources.
    parser: { javascript: { createRequire: false } },
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
  // In ASCII: a program with Vietnamese letters would be decoded at each start, and take twice the memory.
  optimization: { minimizer: [new MinimizerPlugin({ minimizerOptions: { format: { ascii_only: true } } })] },
  plugins,
  stats: 'errors-warnings',
});

const cli = [
  commandLine('cli', { phuluc: './src/faces/cli/main.ts', program: './src/faces/cli/program.ts' }, [
    new webpack.DefinePlugin({ PHULUC_VERSION: JSON.stringify(version) }),
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, include: 'phuluc.cjs' }),
    executable,
    compiled('program'),
  ]),
  commandLine('cli-writing', { writing: './src/faces/cli/writing.ts' }, [compiled('writing')]),
];

/** Pages for today's web views: Office runs in WebView2, Safari and the browsers of Excel on the web. */
export function pageRules() {
  return [
    {
      test: /\.tsx?$/,
      type: 'javascript/esm',
      resolve: { fullySpecified: false },
      use: {
        loader: 'swc-loader',
        options: {
          jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
          module: { type: 'es6' },
        },
      },
    },
    { test: /\.module\.css$/, use: [MiniCssExtractPlugin.loader, { loader: 'css-loader', options: { modules: { namedExport: false, exportLocalsConvention: 'as-is', localIdentName: 'phuluc-[local]' } } }] },
  ];
}

/** Files that the page has beside itself, as they stand. */
const BESIDE = [
  'assets/phu-luc-2020.xlsx', 'assets/help.html', 'assets/result.html', 'src/faces/commands/result.js', 'assets/shortcuts.json',
  ...[16, 32, 64, 80].map((size) => `assets/phu-luc-${size}.png`),
];

const beside = (files) => ({
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('assets', (compilation) => {
      compilation.hooks.processAssets.tap('assets', () => {
        // Minimized already, as far as webpack knows: a minimizer would write them in newer words than their readers have.
        for (const file of files) compilation.emitAsset(path.basename(file), new webpack.sources.RawSource(readFileSync(path.join(root, file))), { minimized: true });
      });
    });
  },
});

/** Office's library, as the page names it. */
const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Puts guard.js into the page, with the names of the files that it fetches ahead, and lets the page's security policy know it by its hash. */
const inlineGuard = {
  apply(compiler) {
    compiler.hooks.compilation.tap('inlineGuard', (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap('inlineGuard', (page) => {
        const filesOf = (groups) => [...new Set(groups.flatMap((group) => group.getFiles()))];
        const parts = {
          page: [OFFICE, ...filesOf(['functions', 'page'].map((name) => compilation.entrypoints.get(name)))],
          panel: filesOf([compilation.namedChunkGroups.get('panel')]),
        };
        const guard = readFileSync(path.join(root, 'src/faces/taskpane/guard.js'), 'utf8').replace('PHULUC_PARTS', () => JSON.stringify(parts));
        const hash = createHash('sha256').update(guard).digest('base64');
        return { ...page, html: page.html.replace("'PHULUC_GUARD'", `'sha256-${hash}'`).replace('PHULUC_GUARD', () => guard) };
      });
    });
  },
};

/** Excel's lists of the custom functions; a text that is missing in a language fails the build. */
const functionLists = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('functionLists', (compilation) => {
      compilation.hooks.processAssets.tap('functionLists', () => {
        try {
          const { en, vi } = readFunctions();
          for (const [file, functions] of [['functions.json', en], ['functions.vi-VN.json', vi]]) compilation.emitAsset(file, new webpack.sources.RawSource(JSON.stringify(metadataOf(functions))));
        } catch (error) {
          compilation.errors.push(new webpack.WebpackError(error.message));
        }
      });
    });
  },
};

const taskpane = {
  name: 'taskpane',
  target: ['web', 'es2022'],
  // One page for functions, commands and panel. A calculation needs the first two files, and the panel is fetched when somebody sees it.
  entry: { functions: './src/faces/functions/main.ts', page: ['./src/faces/commands/main.ts', './src/faces/taskpane/when-visible.ts'] },
  output: { path: path.join(root, 'dist/addin'), filename: '[name].js', chunkFilename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: pageRules() },
  devtool: false,
  // webpack would minimize the page, and with it the script whose hash the page names.
  experiments: { html: false },
  // One file for all that the panel needs to be seen: each further one is asked for, queued and answered by itself.
  optimization: { chunkIds: 'named', splitChunks: { chunks: ({ name }) => name !== 'panel' }, minimizer: [new MinimizerPlugin({ minimizerOptions: { ecma: 2020, compress: { passes: 3, keep_fargs: false } } })] },
  plugins: [
    new webpack.DefinePlugin({ PHULUC_VERSION: JSON.stringify(version) }),
    new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css' }),
    new HtmlWebpackPlugin({ filename: 'taskpane.html', template: './src/faces/taskpane/taskpane.html', chunks: ['functions', 'page'], chunksSortMode: 'manual', scriptLoading: 'defer', minify: false }),
    beside(BESIDE),
    inlineGuard,
    functionLists,
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

/** Tables for breaking words of 75 languages, none of them Vietnamese: a megabyte, under licences of their own. */
const noHyphenation = new webpack.NormalModuleReplacementPlugin(/^\.\/[\w-]+\.js$/, (resource) => {
  if (/@univerjs[\\/]engine-render/.test(resource.context) && resource.dependencies?.[0]?.category === 'esm') resource.request = path.join(root, 'src/faces/workbench/no-hyphenation.js');
});

/** The list of files to keep for days without a network, under a name that changes with any of them. */
const offline = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('offline', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'offline', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        const names = Object.keys(assets).toSorted();
        const build = createHash('sha256');
        for (const name of names) build.update(name).update(assets[name].buffer());
        const text = readFileSync(path.join(root, 'src/faces/workbench/service-worker.js'), 'utf8');
        compilation.emitAsset('service-worker.js', new webpack.sources.RawSource(`const PHULUC_BUILD = '${build.digest('hex').slice(0, 16)}';\nconst PHULUC_FILES = ${JSON.stringify(names)};\n${text}`), { minimized: true });
      });
    });
  },
};

/** The workbench: a folder of plain files, which any web server can serve and a browser can open from a disk. */
const workbench = {
  name: 'workbench',
  // Tests, checks and npm start build it in turn: only what changed is built again.
  cache: { type: 'filesystem', cacheDirectory: path.join(root, '.cache/webpack'), buildDependencies: { config: [import.meta.filename] } },
  target: ['web', 'es2022'],
  entry: { workbench: './src/faces/workbench/main.ts' },
  output: { path: path.join(root, 'dist/workbench'), filename: '[name].js', chunkFilename: '[name].js', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: { rules: [...pageRules(), { test: /univerjs.+\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }] },
  devtool: false,
  // The grid is six megabytes of source: swc writes it small in a fraction of the time.
  optimization: { chunkIds: 'named', minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false, minimizerOptions: { format: { comments: false } } })] },
  plugins: [
    new webpack.DefinePlugin({
      PHULUC_VERSION: JSON.stringify(version),
      PHULUC_APPENDIX_2020: JSON.stringify(readFileSync(path.join(root, 'assets/phu-luc-2020.xlsx')).toString('base64')),
      PHULUC_FUNCTIONS: JSON.stringify(readFunctions()),
    }),
    noHyphenation,
    new MiniCssExtractPlugin({ filename: '[name].css', chunkFilename: '[name].css' }),
    new HtmlWebpackPlugin({ filename: 'index.html', template: './src/faces/workbench/workbench.html', scriptLoading: 'defer', minify: false }),
    beside(['assets/phu-luc-32.png']),
    offline,
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
};

export default [...cli, taskpane, workbench];
