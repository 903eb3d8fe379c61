// Loops per second and the time to the whole set, beside networkx and igraph; and a list after one more link.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleParts } from '../scripts/bundleParts.mjs'
import { drawGraph, loopGraphs } from './loopGraphs.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const parts = [
  'formats/readMapFile',
  'model/mapFile',
  'base/random',
  'analysis/causalGraph',
  'analysis/independentLoops',
  'analysis/loopSearch',
  'analysis/loopSet',
  'analysis/loopTracker',
  'analysis/phase',
]
/** Whole sets are compared up to so many loops; above, all loops up to the longest of these lengths at which there are no more. */
const mostLoops = 100_000
const lengths = [14, 12, 10, 8, 6]
const timeout = 240_000
/** CPU time, so that other work on the machine does not count. */
const timed = (run) => {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const inMilliseconds = (time) => `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`

/** @param say figure, ours, theirs, ratio @param folder of maps, in Weft's formats */
export async function measureLoops(say, folder) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-bench-'))
  try {
    const bundle = path.join(scratch, 'weft.mjs')
    await bundleParts(parts, bundle)
    const weft = await import(pathToFileURL(bundle).href)
    const peers = ['networkx', 'igraph'].flatMap(findPeer)
    for (const { name, graph } of loopGraphs(weft, folder)) {
      compare(say, { name, ...boundFor(weft, graph), file: writeGraph(scratch, graph), bundle, peers })
    }
    measureUpdates(say, weft)
    measureIndependent(say, weft)
  } finally {
    fs.rmSync(scratch, { recursive: true })
  }
}

/** The newest there is in any Python of this machine; says how to get it where there is none. */
function findPeer(peer) {
  const pythons = process.env.PYTHON === undefined ? ['python3', '/usr/bin/python3'] : [process.env.PYTHON]
  const found = pythons.flatMap((python) => {
    const asked = spawnSync(python, [path.join(here, 'loopsOfPeer.py'), peer, 'version'], { encoding: 'utf8' })
    return asked.status === 0 ? [{ peer, python, ...JSON.parse(asked.stdout) }] : []
  })
  const best = found.find(({ bounded }) => bounded) ?? found[0]
  if (best === undefined) {
    process.stdout.write(`Nothing is compared with ${peer}: on Debian, apt-get install python3-${peer} brings it.\n`)
    return []
  }
  const note = best.bounded
    ? ''
    : ', which has no search for loops with a bound: by simple paths from each variable home'
  process.stdout.write(`${peer} ${best.version}${note}.\n`)
  return [best]
}

/** @returns longest 0: the whole set */
function boundFor(weft, graph) {
  const whole = weft.searchLoops(graph, { maxLoops: mostLoops + 1 })
  if (whole.complete) return { longest: 0, words: 'all loops' }
  const fits = (maxLength) => weft.searchLoops(graph, { maxLength, maxLoops: mostLoops + 1 }).complete
  const longest = lengths.find(fits) ?? 4
  return { longest, words: `loops of up to ${longest} links` }
}

function writeGraph(scratch, graph) {
  const file = path.join(scratch, `${fs.readdirSync(scratch).length}.json`)
  const arcs = Array.from(graph.from, (from, arc) => [from, graph.to[arc]])
  fs.writeFileSync(file, JSON.stringify({ size: graph.variables.length, arcs }))
  return file
}

function compare(say, { name, longest, words, file, bundle, peers }) {
  const measure = (program, args, times) => {
    const run = spawnSync(program, [...args, file, String(longest), String(times)], {
      encoding: 'utf8',
      timeout,
      maxBuffer: 1e8,
    })
    if (run.error?.code === 'ETIMEDOUT') return undefined
    if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr}`)
    const { found, milliseconds } = JSON.parse(run.stdout)
    return { found, time: median(milliseconds) }
  }
  const ours = measure(process.execPath, [path.join(here, 'loopsOfWeft.mjs'), bundle], 7)
  const rate = ({ found, time }) => `${Math.round((found / time) * 1000).toLocaleString('en')}/s`
  const figure = `${name}, ${ours.found.toLocaleString('en')} ${words}`
  for (const { peer, python } of peers) {
    const theirs = measure(python, [path.join(here, 'loopsOfPeer.py'), peer], 3)
    const label = `${figure}: Weft, ${peer}`
    if (theirs === undefined) {
      say(label, inMilliseconds(ours.time), `> ${timeout / 1000} s`, '')
      continue
    }
    if (theirs.found !== ours.found) throw new Error(`${figure}: ${peer} finds ${theirs.found}`)
    say(label, inMilliseconds(ours.time), inMilliseconds(theirs.time), `${(ours.time / theirs.time).toFixed(4)} ×`)
    say('', rate(ours), rate(theirs), '')
  }
  if (peers.length === 0) say(figure, inMilliseconds(ours.time), '', '')
}

/** The whole list, as the panel has it, after one more link: followed, and from nothing. */
function measureUpdates(say, weft) {
  const never = { isOver: () => false, isPaused: () => false }
  const effort = { bounds: weft.defaultLoopBounds, maxCountedNow: Infinity, startClock: () => never }
  for (const [size, links] of [
    [100, 300],
    [300, 900],
    [1_000, 3_000],
  ]) {
    // prettier-ignore
    const tracker = weft.createLoopTracker()
    const steps = Array.from({ length: 8 }, (_, more) => drawGraph(weft, size, links, more))
    weft.finish(tracker.find(steps[0], effort))
    const followed = steps.slice(1).map((graph) => timed(() => weft.finish(tracker.find(graph, effort))))
    const anew = steps.slice(1, 4).map((_, index) => {
      const graph = drawGraph(weft, size, links, index + 1)
      return timed(() => weft.findLoops(graph))
    })
    const [ours, theirs] = [median(followed), median(anew)]
    const figure = `one more link in ${size}/${links}: list followed, from nothing`
    say(figure, inMilliseconds(ours), inMilliseconds(theirs), `${(ours / theirs).toFixed(4)} ×`)
  }
}

function measureIndependent(say, weft) {
  for (const [size, links] of [
    [100, 300],
    [300, 900],
    [1_000, 3_000],
  ]) {
    // prettier-ignore
    const times = Array.from({ length: 5 }, () => {
      const graph = drawGraph(weft, size, links)
      return timed(() => weft.findIndependentLoops(graph))
    })
    say(`independent loops of ${size}/${links}`, inMilliseconds(median(times)), '', '')
  }
}
