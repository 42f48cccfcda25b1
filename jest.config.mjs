const swc = (syntax, type) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: syntax,
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
    },
  },
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/machines', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // PostgreSQL is there for the tests that ask for it, and gone afterwards.
  globalSetup: '<rootDir>/test/support/postgres/before.mjs',
  globalTeardown: '<rootDir>/test/support/postgres/after.mjs',
  // Proofs over all processes take longer than the five seconds that a test usually has, and both cores of a small machine.
  testTimeout: 180_000,
  maxWorkers: '100%',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Sources import './x.js' as TypeScript emits it; under test the file is x.ts or x.tsx.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': swc({ syntax: 'typescript', tsx: true, decorators: true, dynamicImport: true }, 'es6'),
  },
};
