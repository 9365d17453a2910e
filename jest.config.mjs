/** Tests mirror src/ under test/; package imports (#core/x) are read from package.json. */
function swc(syntax) {
  return ['@swc/jest', { jsc: { parser: { syntax: 'typescript', ...syntax }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' }, module: { type: 'commonjs' } }];
}

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '\\.tsx$': swc({ tsx: true }),
    '\\.(?:ts|mjs)$': swc({ tsx: false }),
  },
  // Class names are the names themselves: what they look like is seen in a browser.
  moduleNameMapper: { '\\.module\\.css$': '<rootDir>/test/panel/no-classes.ts' },

  // It ships as modules alone.
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],

  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts', '!src/faces/*/main.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcovonly'],
  coverageThreshold: { global: { lines: 90, branches: 85 } },
  // The last one closes the run with the plain line of counts, after the coverage table.
  reporters: ['default', '<rootDir>/tools/jest-reporter.mjs'],
};
