// Writes public/schema/weft-map.schema.json from the model: `node scripts/writeSchema.mjs`.
// A test fails when the file is older than the model.
import { build } from 'esbuild'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const target = path.join(root, 'public', 'schema', 'weft-map.schema.json')

const bundle = await build({
  entryPoints: [path.join(root, 'lib/formats/weftJsonSchema.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
})
const code = Buffer.from(bundle.outputFiles[0].contents).toString('base64')
const { writeWeftJsonSchema } = await import(`data:text/javascript;base64,${code}`)
fs.mkdirSync(path.dirname(target), { recursive: true })
fs.writeFileSync(target, writeWeftJsonSchema())
process.stdout.write(`${path.relative(root, target)}\n`)
