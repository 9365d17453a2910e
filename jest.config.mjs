/** Tests mirror src/ under test/; package imports (#core/x) are read from package.json. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '\\.(?:tsx?|mjs)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },

  // It ships as modules alone.
  transformIgnorePatterns: ['/node_modules/(?!hucre/)'],

  collectCoverageFrom: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts', '!src/faces/*/main.ts'],
  coverageDirectory: 'coverage',
  coverageReporters: ['text-summary', 'lcovonly'],
  coverageThreshold: { global: { lines: 90, branches: 85 } },
  // The last one closes the run with the plain line of counts, after the coverage table.
  reporters: ['default', '<rootDir>/tools/jest-reporter.mjs'],
};
