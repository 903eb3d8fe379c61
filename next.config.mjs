import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/i18n/request.ts',
  // Messages are parsed when the pages are built, so that no page has to carry a parser.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
})

// Names a build, so that a browser can tell the pages it keeps from newer ones. Children of the build
// read this file again and must find the same name.
process.env.WEFT_BUILD ??= Date.now().toString(36)

export default withNextIntl({
  distDir: process.env.WEFT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of npm test; who starts Weft need not wait for them.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  // A good 30 KiB of every map page that nothing there calls: see the files. A build keeps what a loader made of a
  // library and does not see that the loader has changed: then give it another name.
  turbopack: {
    rules: {
      '**/lib0/buffer.js': { loaders: ['./scripts/standIns/noBuffer.cjs'] },
      '**/zod/v4/core/regexes.js': { loaders: ['./scripts/standIns/fewPatterns.cjs'] },
      '**/@xyflow/react/dist/esm/index.js': { loaders: ['./scripts/standIns/leanFlow.cjs'] },
    },
    resolveAlias: {
      'd3-interpolate': { browser: './scripts/standIns/viewPaths.mjs' },
      'd3-transition': { browser: './scripts/standIns/transitions.mjs' },
      'lib0/logging': { browser: './scripts/standIns/plainLogging.mjs' },
    },
  },
  experimental: { agentUpgrade: false, optimizePackageImports: ['radix-ui'] },
  env: { WEFT_BUILD: process.env.WEFT_BUILD },
  // One copy of each for pages and server alike: Yjs breaks when it is loaded twice.
  serverExternalPackages: ['better-sqlite3', 'sharp', 'yjs', 'y-protocols', 'y-websocket', 'y-indexeddb', 'lib0'],
})
