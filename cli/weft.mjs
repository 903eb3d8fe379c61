#!/usr/bin/env node
// The `weft` command on whatever Node it is started with: hands over to a Node that is new enough,
// builds the program if its sources are newer, and runs it. No syntax that an old Node cannot read.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const program = path.join(root, 'dist', 'cli.mjs')

function stop(sentence) {
  process.stderr.write(sentence + '\n')
  process.exit(2)
}

const version = process.versions.node.split('.').map(Number)
if (version[0] < 22 || (version[0] === 22 && version[1] < 14)) {
  const bundled = path.join(root, 'node_modules', '.bin', 'node')
  if (!fs.existsSync(bundled) || process.env.WEFT_NODE_CHOSEN) {
    stop(
      'Weft needs Node 22.14 or newer, and this is ' +
        process.versions.node +
        '. Install a newer Node, or run npm ci here first.',
    )
  }
  const env = Object.assign({}, process.env, { WEFT_NODE_CHOSEN: '1' })
  const run = spawnSync(bundled, [fileURLToPath(import.meta.url)].concat(process.argv.slice(2)), {
    stdio: 'inherit',
    env,
  })
  process.exit(run.status === null ? 1 : run.status)
}

function newestChange(place) {
  if (!fs.existsSync(place)) return 0
  const stats = fs.statSync(place)
  if (!stats.isDirectory()) return stats.mtimeMs
  return fs.readdirSync(place).reduce((newest, name) => Math.max(newest, newestChange(path.join(place, name))), 0)
}

function isFresh() {
  if (!fs.existsSync(program)) return false
  const built = fs.statSync(program).mtimeMs
  const sources = ['cli', 'lib', 'server/picture', 'server/report', 'server/store', 'messages', 'package.json']
  return sources.every((source) => newestChange(path.join(root, source)) <= built)
}

/** Builds beside and moves into place, so that two commands at once never run half a program. */
function build() {
  if (!fs.existsSync(path.join(root, 'node_modules', 'esbuild')))
    stop('Weft is not set up yet. Run npm ci in ' + root + ' first.')
  const beside = path.join(root, 'dist', '.cli-' + process.pid)
  const env = Object.assign({}, process.env, { WEFT_DIST_SERVER: beside })
  const run = spawnSync(process.execPath, [path.join(root, 'scripts', 'buildServer.mjs')], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  try {
    if (run.status !== 0) stop('The command line could not be built.\n' + run.stderr)
    for (const name of ['cli.mjs.map', 'cli.mjs']) fs.renameSync(path.join(beside, name), path.join(root, 'dist', name))
  } catch (cause) {
    stop('The built command line cannot be written to ' + path.dirname(program) + ': ' + cause.message)
  } finally {
    fs.rmSync(beside, { recursive: true, force: true })
  }
}

if (!isFresh()) build()
import(pathToFileURL(program).href).catch((cause) => stop('The command line could not start: ' + cause.message))
