import process from 'node:process'

// An old Node would fail later without a word (better-sqlite3 ends it with a segmentation fault), so
// it is asked first, before anything else runs.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 14)) {
  process.stderr.write(
    `Weft needs Node 22.14 or newer; this is ${process.versions.node}. Start it with npm start, which brings its own on Linux, or install a current Node from https://nodejs.org.\n`,
  )
  process.exit(1)
}

// Read by the pages' framework while it loads.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? 'production' })

const { start } = await import('./start')
await start()
