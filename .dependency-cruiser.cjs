/** Folder boundaries. Each comment says what to do instead. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'Move what both need into the one that depends on nothing.', {}, { circular: true }),
    rule(
      'machines-are-pure',
      'machines/ is what the law says: it imports xstate and itself. Put machinery in src/, and hand it in as an argument.',
      { path: '^machines/' },
      { pathNot: ['^machines/', '^node_modules/xstate/'] },
    ),
    rule(
      'engine-is-pure',
      'The engine knows no framework, database, network, file or clock. Do it in a feature of src/ and hand the result in.',
      { path: '^src/engine/' },
      { pathNot: ['^src/engine/', '^machines/(grammar/|parties)', '^node_modules/(xstate|temporal-polyfill)/'] },
    ),
    rule(
      'library-knows-no-host',
      'The library reads and validates machines/. It may use the engine; features use the library, not the other way.',
      { path: '^src/library/' },
      { path: '^src/(?!engine/|library/)' },
    ),
    rule(
      'law-is-read-by-the-library',
      'Only the library (and tests) import machines/index: ask it for the registry.',
      { path: '^src/(?!library/)' },
      { path: '^machines/(index|processes)' },
    ),
    rule(
      'controllers-know-no-database',
      'A controller asks its service. Move the query there.',
      { path: 'controller\\.tsx?$' },
      { path: ['^node_modules/(typeorm|better-sqlite3)/', '^src/database/'] },
    ),
    rule(
      'only-the-write-path-opens-sqlite',
      'better-sqlite3 is reached through src/database only.',
      { path: '^src/(?!database/)' },
      { path: '^node_modules/better-sqlite3/' },
    ),
    rule(
      'no-test-in-product',
      'Product code does not import tests.',
      { path: '^(src|machines)/' },
      { path: '^(test|bench)/' },
    ),
    rule('not-to-unresolvable', 'The import does not exist.', {}, { couldNotResolve: true }),
    rule(
      'no-dev-dependency-in-product',
      'Move it to dependencies, with a reason in docs/decisions.',
      { path: '^(src|machines)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    // As Node resolves an import: some packages name their entries under conditions alone.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
