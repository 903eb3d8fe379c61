import { build } from 'esbuild'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Writes one file that exports what these parts of lib/ export (`analysis/loopSet`, …), for plain Node. */
export async function bundleParts(parts, outfile) {
  await build({
    stdin: {
      contents: parts.map((part) => `export * from './lib/${part}'`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  })
}
