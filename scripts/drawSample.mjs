/**
 * Draws sample maps to PNG and SVG, to be looked at after changes of lib/geometry or lib/render:
 * `npx node scripts/drawSample.mjs [folder]` (default: ./sample-pictures).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = resolve(process.argv[2] ?? 'sample-pictures')
const work = mkdtempSync(join(root, 'node_modules/.draw-sample-'))

try {
  await build({
    stdin: {
      contents: `
        export { renderPng } from './server/picture/renderPng'
        export { renderMap } from './lib/render/renderMap'
        export { renderThumbnail } from './lib/render/thumbnail'
        export * as samples from './bench/sampleMaps'`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: join(work, 'draw.mjs'),
    logLevel: 'error',
  })
  const { renderPng, renderMap, renderThumbnail, samples } = await import(pathToFileURL(join(work, 'draw.mjs')).href)
  mkdirSync(target, { recursive: true })
  const maps = {
    city: samples.cityMap(),
    ties: samples.tieMap(),
    edges: samples.edgeCaseMap(),
    large: samples.largeMap(),
  }
  for (const [name, view] of Object.entries(maps)) {
    for (const theme of ['light', 'dark']) {
      const options = {
        theme,
        background: 'canvas',
        legend: true,
        title: name !== 'edges',
        scale: name === 'large' ? 0.5 : 1.5,
      }
      writeFileSync(join(target, `${name}-${theme}.png`), await renderPng(view, options))
    }
    writeFileSync(join(target, `${name}.svg`), renderMap(view, { background: 'white', legend: true }))
    writeFileSync(join(target, `${name}-thumbnail.svg`), renderThumbnail(view))
  }
  console.log(`Drawn to ${target}`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
