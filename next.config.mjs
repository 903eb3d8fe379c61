import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/i18n/request.ts')

export default withNextIntl({
  distDir: process.env.WEFT_DIST ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  experimental: { agentUpgrade: false, optimizePackageImports: ['radix-ui'] },
  // One copy of each for pages and server alike: Yjs breaks when it is loaded twice.
  serverExternalPackages: ['better-sqlite3', 'sharp', 'yjs', 'y-protocols', 'y-websocket', 'y-indexeddb', 'lib0'],
})
