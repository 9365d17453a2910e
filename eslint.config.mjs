/** What the linter asks, and why where it differs from what its authors recommend. */
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import unicorn from 'eslint-plugin-unicorn';
import tseslint from 'typescript-eslint';

const figuresAreDecimals = 'Figures are decimals on BigInt (#core/numbers): no binary float, no clock and no locale in the core.';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'coverage/', '.cache/', 'vendor/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  unicorn.configs.recommended,
  {
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipComments: true }],
      // The names of planners and their papers are longer than any list of abbreviations knows.
      'unicorn/prevent-abbreviations': 'off',
      // JSON, regular expressions and Office speak null.
      'unicorn/no-null': 'off',
      // A function handed on by its name reads better than one wrapped to pass one argument.
      'unicorn/no-array-callback-reference': 'off',
      // Sums over bigint and decimals read well as a fold.
      'unicorn/no-array-reduce': 'off',
      // Arrow functions beside the code that they serve are not moved away from it.
      'unicorn/consistent-function-scoping': ['error', { checkArrowFunctions: false }],
      // A missing figure is written out, also as an argument.
      'unicorn/no-useless-undefined': 'off',
      // A chain of two conditions is a small table; complexity holds the rest.
      'unicorn/no-nested-ternary': 'off',
      // Early exits stand first, also when they are written as "not".
      'unicorn/no-negated-condition': 'off',
      // The command line and the tools end with an exit code: that is their contract.
      'unicorn/no-process-exit': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**', 'test/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: String.raw`^\.\./`, message: 'Write its # name: then moving a file changes no path.' }] },
      ],
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Number', 'parseFloat', 'Math', 'Date', 'Intl'].map((name) => ({ name, message: figuresAreDecimals })),
      ],
      // Their answers are Math, Number and Number.parseFloat, and the core has none of them.
      'unicorn/prefer-math-min-max': 'off',
      'unicorn/prefer-math-trunc': 'off',
      'unicorn/prefer-modern-math-apis': 'off',
      'unicorn/prefer-native-coercion-functions': 'off',
      'unicorn/prefer-number-properties': 'off',
    },
  },
  {
    files: ['src/panel/**'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // Its ready configs skip .tsx and bring rules of their own.
    files: ['src/**'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  // It runs before anything else, in browsers of 2009: their JavaScript is what it is written in.
  { files: ['src/faces/taskpane/guard.js', 'src/faces/commands/result.js'], languageOptions: { ecmaVersion: 5, sourceType: 'script' }, rules: Object.fromEntries(Object.keys(unicorn.configs.recommended.rules).map((rule) => [rule, 'off'])) },
  { files: ['src/{faces,panel}/**/*.tsx'], rules: { 'unicorn/filename-case': ['error', { case: 'pascalCase' }] } },
  { files: ['test/**'], rules: { 'max-lines-per-function': 'off' } },
);
