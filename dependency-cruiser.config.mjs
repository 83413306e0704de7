/** Rules within packages; which package may import which is turbo's to know: see `boundaries` of turbo.json. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|assembly)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@fashion-mnist/source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
