/** The house's import rules: pages → components → domain; pages → cloud → contract → domain; a function → kernel → contract → domain. */
const only = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '(\\.test|/forTests)\\.tsx?$' },
  to,
})

module.exports = {
  forbidden: [
    only(
      'domain-knows-nobody',
      '^src/domain/',
      { pathNot: '^src/domain/|^node_modules/(zod|dayjs)/' },
      'domain imports zod, dayjs and nothing else',
    ),
    {
      name: 'domain-by-its-door',
      severity: 'error',
      comment: "a domain folder's only public door is its index.ts",
      from: { path: '^(src|cloudfunctions|localcloud|test|bench)/', pathNot: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/[^/]+/', pathNot: '^src/domain/[^/]+/(index|forTests)\\.ts$' },
    },
    {
      name: 'domain-folders-by-their-door',
      severity: 'error',
      from: { path: '^src/domain/([^/]+)/' },
      to: { path: '^src/domain/([^/]+)/', pathNot: '^src/domain/$1/|^src/domain/[^/]+/(index|forTests)\\.ts$' },
    },
    {
      name: 'for-tests-only',
      severity: 'error',
      comment: 'what a folder offers tests is used by tests',
      from: { pathNot: '\\.test\\.tsx?$|[fF]orTests\\.tsx?$|^test/' },
      to: { path: '^(src|data|cloudfunctions)/.*[fF]orTests\\.tsx?$' },
    },
    only('contract-imports-domain', '^src/contract/', { pathNot: '^src/(contract|domain)/|^node_modules/zod/' }),
    only('components-make-no-calls', '^src/components/', { path: '^src/(pages|packages|contract)/|^cloudfunctions/' }),
    only('cloud-imports-contract', '^src/cloud/', { path: '^src/(pages|packages|components)/' }),
    {
      name: 'pages-do-not-import-pages',
      severity: 'error',
      from: { path: '^src/(?:pages|packages)/([^/]+)/' },
      to: { path: '^src/(?:pages|packages)/', pathNot: '^src/(?:pages|packages)/$1/' },
    },
    {
      name: 'functions-do-not-import-functions',
      severity: 'error',
      from: { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/kernel/' },
      to: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/($1|kernel)/' },
    },
    only('kernel-imports-no-function', '^cloudfunctions/kernel/', {
      path: '^cloudfunctions/(graduate|catalogue|staff|operator|scheduler)/',
    }),
    only('functions-know-no-pages', '^cloudfunctions/', { path: '^src/(?!domain/|contract/)' }),
    {
      name: 'nothing-imports-localcloud',
      severity: 'error',
      from: { pathNot: '^localcloud/|^test/|^bench/|\\.test\\.tsx?$' },
      to: { path: '^localcloud/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^dist/' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
