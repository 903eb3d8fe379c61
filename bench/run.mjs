// Takes every figure of bench/README.md and prints them, as ratios against the plain server of the
// same run: `npm run bench`, or `node bench/run.mjs cpu size` for some of them.
// `loops` takes its maps from WEFT_MAPS, or --maps=<folder>; ../shared/data unless told.
import fs from 'node:fs'
import path from 'node:path'
import { measureChanges } from './changes.mjs'
import { measureCrowd, people } from './crowd.mjs'
import { measureDocumentSize } from './documentSize.mjs'
import { ceilings, measureFirstLoad, measureLoadedScripts } from './firstLoad.mjs'
import { measureLoops } from './loops.mjs'
import { measureNetwork } from './network.mjs'
import { measureMeeting, people as meetingPeople } from './meeting.mjs'
import { measurePaint } from './paint.mjs'
import { measureServerCpu } from './serverCpu.mjs'
import { measureProtection } from './protection.mjs'
import { root, startPlain, startWeft } from './servers.mjs'
import { measureStart } from './startTime.mjs'
import { measureTable } from './table.mjs'
import { measureVersions } from './versions.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 22) {
  process.stderr.write(
    `The bench needs Node 22 or newer; this is ${process.versions.node}. Run it with npm run bench.\n`,
  )
  process.exit(1)
}
const given = process.argv.slice(2)
const wanted = given.filter((argument) => !argument.startsWith('--'))
const maps =
  given.find((argument) => argument.startsWith('--maps='))?.slice('--maps='.length) ??
  process.env.WEFT_MAPS ??
  path.join(root, '../shared/data')
// Loops and networks are measured without a server.
const isServed = wanted.length === 0 || wanted.some((name) => !['loops', 'network', 'protection'].includes(name))
if (isServed && !fs.existsSync(path.join(root, 'dist/server.mjs'))) {
  process.stderr.write('Weft is not built: run npm run build first, or npm run bench, which does.\n')
  process.exit(1)
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`
const ratio = (weft, plain) => `${(weft / plain).toFixed(2)} ×`
const say = (figure, weft, plain, against) =>
  process.stdout.write(`${figure.padEnd(58)} ${weft.padStart(14)} ${plain.padStart(14)} ${against.padStart(10)}\n`)

/** A figure that is held against a ceiling in place of the plain server. */
const saySize = (figure, bytes, ceiling) =>
  say(figure, kilobytes(bytes), `aim < ${kilobytes(ceiling)}`, bytes < ceiling ? 'met' : 'not met')

/** A Chromium, or undefined where there is none. */
async function openBrowser() {
  const { findChromium } = await import('../scripts/findChromium.mjs')
  const found = await findChromium()
  if (found.path === undefined) {
    process.stderr.write(`${found.problem}\n`)
    return undefined
  }
  const { chromium } = await import('@playwright/test')
  return chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

/** Both servers for a measurement, gone afterwards whatever happens. */
async function withServers(measure) {
  const weft = await startWeft()
  const plain = await startPlain()
  try {
    await measure(weft, plain)
  } finally {
    await weft.stop()
    await plain.stop()
  }
}

const parts = {
  async start() {
    const { weft, plain } = await measureStart()
    say('start to /readyz', `${weft.toFixed(0)} ms`, `${plain.toFixed(0)} ms`, ratio(weft, plain))
  },
  async cpu() {
    await withServers(async (weft, plain) => {
      for (const people of [10, 30, 60]) {
        // Once to warm up, and in turns, so that neither profits from a quieter machine.
        await measureServerCpu(plain, 5)
        await measureServerCpu(weft, 5)
        const ours = await measureServerCpu(weft, people)
        const theirs = await measureServerCpu(plain, people)
        const figure = `server CPU per delivered edit, ${people} people`
        say(figure, `${ours.toFixed(1)} µs`, `${theirs.toFixed(1)} µs`, ratio(ours, theirs))
      }
    })
  },
  async size() {
    await withServers(async (weft) => {
      const { dragged, fresh } = await measureDocumentSize(weft)
      say(
        'document after 10,000 drags, against a fresh one',
        kilobytes(dragged),
        kilobytes(fresh),
        ratio(dragged, fresh),
      )
    })
  },
  async load() {
    await withServers(async (weft) => {
      const named = await measureFirstLoad(weft)
      saySize(`scripts named by the map page, gzipped (${named.scripts})`, named.bytes, ceilings.named)
      const browser = await openBrowser()
      if (browser === undefined) return
      const loaded = await measureLoadedScripts(weft, browser)
      await browser.close()
      saySize(`scripts loaded until the map is drawn (${loaded.scripts})`, loaded.bytes, ceilings.drawn)
    })
  },
  async paint() {
    await withServers(async (weft, plain) => {
      const browser = await openBrowser()
      if (browser === undefined) return
      const times = await measurePaint(weft, plain, browser)
      await browser.close()
      say(
        'key press to paint in another browser',
        `${times.weft.toFixed(0)} ms`,
        `${times.plain.toFixed(0)} ms`,
        ratio(times.weft, times.plain),
      )
    })
  },
  async versions() {
    await withServers(async (weft) => {
      const found = await measureVersions(weft)
      const { without, during, whole } = found
      for (const [figure, named] of Object.entries({ median: 'median', slow: 'slowest of twenty', most: 'slowest' })) {
        const ms = (times) => `${times[figure].toFixed(1)} ms`
        say(
          `an edit while a version is kept, ${named}`,
          ms(during),
          ms(without),
          ratio(during[figure], without[figure]),
        )
        say(`the same, with a whole document, ${named}`, ms(whole), ms(without), ratio(whole[figure], without[figure]))
      }
      say(`a version of ${found.elements} elements kept`, `${found.kept.toFixed(0)} ms`, '', '')
      say('the same read as Weft JSON', `${found.read.toFixed(0)} ms`, '', '')
      say('the same put back after a clear', `${found.restored.toFixed(0)} ms`, '', '')
    })
  },
  async changes() {
    await withServers(async (weft) => {
      const { elements, quiet, changes } = await measureChanges(weft)
      const ms = (value) => `${value.toFixed(1)} ms`
      process.stdout.write(
        `  an edit on another map, while one of ${elements} elements is changed, against nothing going on\n`,
      )
      for (const [name, times] of Object.entries(changes)) {
        say(`${name} (${times.took.toFixed(0)} ms): median`, ms(times.median), ms(quiet.median), '')
        say(`${name}: 99 in a hundred of ${times.edits}`, ms(times.p99), ms(quiet.p99), '')
        say(`${name}: longest`, ms(times.most), ms(quiet.most), '')
      }
    })
  },
  async table() {
    await withServers(async (weft) => {
      const browser = await openBrowser()
      if (browser === undefined) return
      const found = await measureTable(weft, browser)
      await browser.close()
      const { plain } = found
      for (const act of ['opened', 'scrolled', 'sorted', 'written']) {
        const { task, tasksOver } = found[act]
        const named = `table of ${found.rows} rows ${act}: longest task, CPU (${tasksOver} over 50 ms)`
        say(named, `${task.toFixed(0)} ms`, `${plain.task.toFixed(0)} ms`, ratio(task, plain.task))
      }
      for (const act of ['opened', 'scrolled', 'sorted', 'written']) {
        const { longest } = found[act]
        const named = `table of ${found.rows} rows ${act}: longest frame on the clock`
        say(named, `${longest.toFixed(0)} ms`, `${plain.longest.toFixed(0)} ms`, ratio(longest, plain.longest))
      }
      for (const act of ['opened', 'sorted', 'written']) {
        const { cpu, script, layout } = found[act]
        const parts = `script ${script.toFixed(0)}, layout ${layout.toFixed(0)}`
        say(`table ${act}: CPU (${parts})`, `${cpu.toFixed(0)} ms`, '', '')
      }
      // Each frame scrolls by more rows than a screen has of many maps: a plain table has the same to paint.
      const ofFrame = (act, figure) => found[act][figure] / found.frames
      for (const [figure, named] of Object.entries({ cpu: 'all', script: 'script', layout: 'style and layout' })) {
        const [mine, theirs] = [ofFrame('scrolled', figure), ofFrame('plain', figure)]
        const what = `table scrolled: CPU of a frame, ${named}; a plain table's`
        say(what, `${mine.toFixed(2)} ms`, `${theirs.toFixed(2)} ms`, theirs < 0.01 ? '' : ratio(mine, theirs))
      }
      const [idle, still] = [ofFrame('scrolled', 'cpu'), ofFrame('empty', 'cpu')]
      say(
        "table scrolled: CPU of a frame; an empty page's",
        `${idle.toFixed(2)} ms`,
        `${still.toFixed(2)} ms`,
        ratio(idle, still),
      )
    })
  },
  async meeting() {
    await withServers(async (weft) => {
      const { found, lost } = await measureMeeting(weft)
      process.stdout.write(
        `  a meeting of ${meetingPeople}: how many, and the milliseconds: half, 99 in a hundred, the last\n`,
      )
      for (const [name, { told, asked, median, p99, most }] of Object.entries(found)) {
        const ms = (value) => `${value.toFixed(0)} ms`
        say(`${name}: ${told} of ${asked}`, ms(median), ms(p99), ms(most))
      }
      process.stdout.write(`  sockets lost: ${lost}\n`)
    })
  },
  async crowd() {
    await withServers(async (weft) => {
      const browser = await openBrowser()
      if (browser === undefined) return
      const { alone, still, moving, cursors } = await measureCrowd(weft, browser, [2.5, 10])
      await browser.close()
      const line = (what, now) => {
        const { script, task, frame, slow, longest, over } = now
        const frames = `frame ${frame.toFixed(1)}, 95 % ${slow.toFixed(1)}, longest ${longest.toFixed(0)} ms, ${over} over 50`
        say(
          `${what}: script in a second`,
          `${script.toFixed(1)} ms`,
          `${alone.script.toFixed(1)} ms`,
          ratio(script, alone.script),
        )
        say(
          `${what}: main thread in a second`,
          `${task.toFixed(0)} ms`,
          `${alone.task.toFixed(0)} ms`,
          ratio(task, alone.task),
        )
        process.stdout.write(`  ${frames}\n`)
      }
      line('alone', alone)
      line(`${people} people, still`, still)
      for (const one of moving) line(`${people} people, each ${one.rate} moves a second`, one)
      process.stdout.write(`  cursors drawn: ${cursors}\n`)
    })
  },
  loops: () => measureLoops(say, path.resolve(maps)),
  network: () => measureNetwork(say),
  protection: () => measureProtection(say, process.env.WEFT_BEFORE),
}

const unknown = wanted.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.\n`)
  process.exit(2)
}
say('', 'Weft', 'plain', 'ratio')
let failed = false
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  try {
    await measure()
  } catch (cause) {
    failed = true
    const why =
      cause instanceof Error ? [cause, cause.cause].flatMap((one) => one?.message ?? []).join(': ') : String(cause)
    process.stderr.write(`${name} could not be measured: ${why}\n`)
  }
}
process.exit(failed ? 1 : 0)
