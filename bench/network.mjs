// The measures of a network of ties, beside networkx and igraph in one run.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleParts } from '../scripts/bundleParts.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const parts = [
  'base/random',
  'analysis/betweenness',
  'analysis/closeness',
  'analysis/clustering',
  'analysis/communities',
  'analysis/constraint',
  'analysis/cores',
  'analysis/effectiveSize',
  'analysis/eigenvector',
  'analysis/pageRank',
  'analysis/network/ways',
  'analysis/network/tieNetwork',
  'analysis/network/describeTies',
  'model/mapFile',
]
const [actors, ties] = [1_000, 5_000]
const times = 3
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const inMilliseconds = (time) => `${time < 10 ? time.toFixed(1) : time.toFixed(0)} ms`

/** @param say figure, ours, theirs, ratio */
export async function measureNetwork(say) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-bench-'))
  try {
    const bundle = path.join(scratch, 'weft.mjs')
    await bundleParts(parts, bundle)
    const weft = await import(pathToFileURL(bundle).href)
    const arcs = drawTies(weft)
    const file = path.join(scratch, 'ties.json')
    fs.writeFileSync(file, JSON.stringify({ size: actors, arcs }))
    const ours = measureOwn(weft, arcs)
    for (const peer of ['networkx', 'igraph']) compare(say, peer, file, ours.measures)
    const words = `everything the panel of ties says of ${actors}/${ties}`
    say(words, inMilliseconds(ours.everything), '', '')
  } finally {
    fs.rmSync(scratch, { recursive: true })
  }
}

/** Ties of a small world of sectors, the same in every run: most to those near, some anywhere. */
function drawTies(weft) {
  const random = weft.createSeededRandom(1)
  const draw = (below) => {
    const [a, b, c] = random.bytes(3)
    return (a * 65_536 + b * 256 + c) % below
  }
  const seen = new Set()
  const arcs = []
  while (arcs.length < ties) {
    const from = draw(actors)
    const to = draw(10) < 7 ? (from + 1 + draw(12)) % actors : draw(actors)
    if (from === to || seen.has(from * actors + to)) continue
    seen.add(from * actors + to)
    arcs.push([from, to])
  }
  return arcs
}

function measureOwn(weft, arcs) {
  const idOf = (index) => `a${String(index).padStart(5, '0')}`
  const map = {
    weft: 1,
    meta: { schemaVersion: 1, title: '', description: '' },
    elements: Object.fromEntries(
      Array.from({ length: actors }, (_, index) => [
        idOf(index),
        { kind: 'stakeholder', label: idOf(index), description: '', sector: `s${Math.floor(index / 125)}` },
      ]),
    ),
    links: Object.fromEntries(
      arcs.map(([from, to], index) => [
        `l${index}`,
        { kind: 'tie', from: idOf(from), to: idOf(to), description: '', type: 'information' },
      ]),
    ),
    positions: {},
  }
  const view = weft.fromWeftMap(map)
  // Built anew for each: what is remembered of a network would be no measurement.
  const timed = (run) => {
    const network = weft.toTieNetwork(view)
    const start = process.cpuUsage()
    run(network)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  }
  const own = {
    closeness: weft.measureCloseness,
    betweenness: weft.measureBetweenness,
    eigenvector: weft.measureEigenvector,
    PageRank: weft.measurePageRank,
    'k-core': weft.findCores,
    clustering: weft.measureClustering,
    constraint: weft.measureConstraint,
    'effective size': weft.measureEffectiveSize,
    communities: weft.findCommunities,
    'steps between all': weft.measureWays,
  }
  const measures = Object.fromEntries(
    Object.entries(own).map(([name, run]) => {
      timed(run)
      return [name, median(Array.from({ length: times }, () => timed(run)))]
    }),
  )
  return { measures, everything: timed(weft.describeTies) }
}

function compare(say, peer, file, ours) {
  const pythons = process.env.PYTHON === undefined ? ['python3', '/usr/bin/python3'] : [process.env.PYTHON]
  const ask = (python, args) =>
    spawnSync(python, [path.join(here, 'networkOfPeer.py'), peer, ...args], { encoding: 'utf8' })
  const python = pythons.find((one) => ask(one, ['version']).status === 0)
  if (python === undefined) {
    process.stdout.write(`Nothing is compared with ${peer}: on Debian, apt-get install python3-${peer} brings it.\n`)
    return
  }
  const { version } = JSON.parse(ask(python, ['version']).stdout)
  const run = ask(python, [file, String(times)])
  if (run.status !== 0) throw new Error(`${peer} failed: ${run.stderr}`)
  const theirs = JSON.parse(run.stdout)
  let [mine, others] = [0, 0]
  for (const [name, taken] of Object.entries(theirs)) {
    const time = median(taken)
    mine += ours[name]
    others += time
    const ratio = `${(ours[name] / time).toFixed(3)} ×`
    say(`${actors}/${ties}, ${name}: Weft, ${peer} ${version}`, inMilliseconds(ours[name]), inMilliseconds(time), ratio)
  }
  say(`all of these: Weft, ${peer}`, inMilliseconds(mine), inMilliseconds(others), `${(mine / others).toFixed(3)} ×`)
}
