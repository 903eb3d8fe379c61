// Makes a checkout ready: `node scripts/ensure.mjs [build]`. Installs dependencies and builds only
// what is missing or stale, so that a second run costs a moment. Uses nothing but Node, and no
// syntax that an old Node cannot read, since it is the first thing to run on a bare machine.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const modules = path.join(root, 'node_modules')
const bundledNode = path.join(modules, '.bin', 'node')

/** Sources whose change makes the built pages or programs stale. */
const sources = ['app', 'components', 'lib', 'server', 'cli', 'messages', 'public', 'scripts/buildServer.mjs']
const sourceFiles = ['package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json']

function say(text) {
  process.stderr.write(`${text}\n`)
}

function stop(sentence) {
  say(sentence)
  process.exit(1)
}

function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function hashFiles(files) {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(path.relative(root, file))
    hash.update('\0')
    hash.update(fs.readFileSync(file))
    hash.update('\0')
  }
  return hash.digest('hex')
}

function listFiles(place) {
  const full = path.join(root, place)
  if (!fs.existsSync(full)) return []
  if (!fs.statSync(full).isDirectory()) return [full]
  const found = []
  for (const name of fs.readdirSync(full).sort()) found.push(...listFiles(path.join(place, name)))
  return found
}

/** The environment of a child: settings that would leave out what building needs are dropped. */
function childEnvironment() {
  const env = Object.assign({}, process.env, { NEXT_TELEMETRY_DISABLED: '1' })
  delete env.NODE_ENV
  for (const name of Object.keys(env)) {
    if (/^npm_config_(omit|only|production|include|ignore_scripts)$/i.test(name)) delete env[name]
  }
  env.PATH = `${path.join(modules, '.bin')}${path.delimiter}${env.PATH || ''}`
  return env
}

/** Runs a program; its output is shown only if it fails. */
function run(title, program, args) {
  say(title)
  const started = Date.now()
  const result = spawnSync(program, args, { cwd: root, env: childEnvironment(), encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.error || result.status !== 0) {
    say(`${result.stdout || ''}${result.stderr || ''}${result.error ? String(result.error) : ''}`)
    stop(`That step failed: ${[program, ...args].join(' ')}`)
  }
  say(`  done in ${((Date.now() - started) / 1000).toFixed(0)} s`)
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** One set-up at a time in one folder: a second one waits for the first. */
function takeLock() {
  const lock = path.join(root, '.setup.lock')
  const patience = Date.now() + 10 * 60 * 1000
  for (;;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
      process.on('exit', () => fs.rmSync(lock, { force: true }))
      for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130))
      return
    } catch (error) {
      if (error.code !== 'EEXIST')
        stop(`Weft cannot write to its own folder ${root} (${error.code}). Give yourself write access to it.`)
      const holder = Number(readText(lock))
      if (!holder || !isRunning(holder)) {
        fs.rmSync(lock, { force: true })
      } else if (Date.now() > patience) {
        stop(`Another set-up (process ${holder}) has been running for 10 minutes. Stop it, or remove ${lock}.`)
      } else {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
      }
    }
  }
}

function install() {
  const stamp = path.join(modules, '.stamp')
  const wanted = hashFiles([path.join(root, 'package-lock.json')]) + ` ${process.platform}-${process.arch}`
  if (readText(stamp) === wanted) return
  const npm = process.env.npm_execpath
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const title = 'Installing dependencies (about a minute the first time) …'
  if (npm && /\.c?js$/.test(npm)) run(title, process.execPath, [npm, ...args])
  else run(title, process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
  fs.writeFileSync(stamp, wanted)
}

/** Linux brings its own Node as a dependency; elsewhere the system's must be new enough. */
function checkNode() {
  if (fs.existsSync(bundledNode)) return
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 14)) {
    stop(
      `Weft needs Node 22.14 or newer; this is ${process.versions.node}. Install a current Node from https://nodejs.org and try again.`,
    )
  }
}

function build() {
  const files = sources.flatMap(listFiles).concat(sourceFiles.flatMap(listFiles))
  const wanted = hashFiles(files)
  const stamp = path.join(root, 'dist', '.stamp')
  const complete = ['.next/BUILD_ID', 'dist/server.mjs', 'dist/cli.mjs'].every((file) =>
    fs.existsSync(path.join(root, file)),
  )
  if (complete && readText(stamp) === wanted) return
  fs.rmSync(stamp, { force: true })
  const node = fs.existsSync(bundledNode) ? bundledNode : process.execPath
  run('Building the server …', node, ['scripts/buildServer.mjs'])
  run('Building the pages (about half a minute) …', node, [path.join(modules, 'next', 'dist', 'bin', 'next'), 'build'])
  fs.writeFileSync(stamp, wanted)
}

const [major] = process.versions.node.split('.').map(Number)
if (major < 18)
  stop(
    `Weft needs Node 22.14 or newer; this is ${process.versions.node}. Install a current Node from https://nodejs.org and try again.`,
  )
takeLock()
install()
checkNode()
if (process.argv.includes('build')) build()
