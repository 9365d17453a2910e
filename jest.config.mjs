/** Tests mirror src/ under test/; package imports (#core/x) are read from package.json. */
function swc(syntax) {
  return ['@swc/jest', { jsc: { parser: { syntax: 'typescript', ...syntax }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'commonjs' } }];
}

/** Packages that ship as modules alone, most of them for the grid. */
const MODULES_ALONE = ['lodash-es', 'nanoid', 'rbush', 'kdbush', 'quickselect', 'franc-min', 'trigram-utils', 'n-gram', 'collapse-white-space', 'cjk-regex', 'regexp-util', 'unicode-regex'].join('|');

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '\\.tsx$': swc({ tsx: true }),
    '\\.(?:ts|mjs)$': swc({ tsx: false }),
    [String.raw`/(?:${MODULES_ALONE})/.*\.js$`]: swc({ tsx: false }),
  },
  // Class names are the names themselves: what they look like is seen in a browser.
  moduleNameMapper: { '\\.module\\.css$': '<rootDir>/test/panel/no-classes.ts' },

  transformIgnorePatterns: [String.raw`/node_modules/(?!(?:(?:@univerjs/\w+/node_modules/)?(?:hucre|${MODULES_ALONE}))/)`],

  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts', '!src/faces/*/main.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcovonly'],
  coverageThreshold: { global: { lines: 90, branches: 85 } },
  // The last one closes the run with the plain line of counts, after the coverage table.
  reporters: ['default', '<rootDir>/tools/jest-reporter.mjs'],
};
