// Bundles the programs that run outside the browser into dist/: the server, its worker
// threads and the command line. Packages stay outside the bundle, so native ones load as installed.
import { build } from 'esbuild'
import fs from 'node:fs'

const entries = {
  server: 'server/main.ts',
  compactor: 'server/history/compactor.ts',
  importer: 'server/http/importWorker.ts',
  mapThread: 'server/http/mapThread.ts',
  cli: 'cli/main.ts',
}

await build({
  entryPoints: Object.fromEntries(Object.entries(entries).filter(([, file]) => fs.existsSync(file))),
  outdir: process.env.WEFT_DIST_SERVER ?? 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
})
