/**
 * Compares the measures of lib/analysis with networkx, number by number:
 * `npx node scripts/checkAgainstNetworkx.mjs [folder]`. Not a part of `npm test`, since it needs
 * python3 with networkx (3.1 or newer for loops), numpy and scipy. Takes every map in the folder (../shared/data unless told) that Weft reads,
 * every network there that readNetworks.py reads, and random graphs besides. Ends with 1 if any number differs by more than 1e-9.
 *
 * To add a measure: one entry in `measures` here, and one of the same name in checkAgainstNetworkx.py.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleParts } from './bundleParts.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(here)
const folder = path.resolve(process.argv[2] ?? path.join(root, '../shared/data'))

/** What of Weft is run, by path in lib/. */
const parts = [
  'formats/readMapFile',
  'model/mapFile',
  'base/random',
  'analysis/adjacency',
  'analysis/causalGraph',
  'analysis/betweenness',
  'analysis/closeness',
  'analysis/clustering',
  'analysis/communities',
  'analysis/components',
  'analysis/constraint',
  'analysis/cores',
  'analysis/cutPoints',
  'analysis/degrees',
  'analysis/density',
  'analysis/driverNodes',
  'analysis/effectiveSize',
  'analysis/eigenvector',
  'analysis/loopSearch',
  'analysis/micmac',
  'analysis/pageRank',
  'analysis/reach',
  'analysis/reciprocity',
  'analysis/network/bridging',
  'analysis/network/brokerage',
  'analysis/network/centralisation',
  'analysis/network/fragmentation',
  'analysis/network/groupMixing',
  'analysis/network/ways',
]

/**
 * Name → (weft, graph) → numbers, texts or lists of them, in the order of variables where they belong
 * to variables. NaN and undefined go out as null.
 */
const measures = {
  degrees: (weft, graph) => {
    const { in: into, out } = weft.countDegrees(graph)
    return { in: into, out }
  },
  density: (weft, graph) => weft.measureDensity(graph),
  reciprocity: (weft, graph) => weft.measureReciprocity(graph),
  reach: (weft, graph) => {
    const { downstream, upstream } = weft.measureReach(graph)
    return { downstream, upstream, all: weft.measureReach(graph, Infinity).downstream }
  },
  betweenness: (weft, graph) => weft.measureBetweenness(graph),
  betweennessUndirected: (weft, graph) => weft.measureBetweenness(graph, 'undirected'),
  closenessIncoming: (weft, graph) => weft.measureCloseness(graph),
  closenessOutgoing: (weft, graph) => weft.measureCloseness(graph, 'outgoing'),
  closenessEither: (weft, graph) => weft.measureCloseness(graph, 'either'),
  eigenvector: (weft, graph) => weft.measureEigenvector(graph).values,
  pageRank: (weft, graph) => weft.measurePageRank(graph),
  cores: (weft, graph) => weft.findCores(graph),
  micmac: (weft, graph) => {
    const { direct, indirect, way } = weft.measureMicmac(graph)
    return { direct, indirect, way }
  },
  driverNodes: (weft, graph) => {
    const { count, matched, classes } = weft.findDriverNodes(graph)
    return graph.variables.length > 80 ? { count, matched } : { count, matched, classes }
  },
  strongComponents: (weft, graph) => weft.findStrongComponents(graph).component,
  weakComponents: (weft, graph) => weft.findWeakComponents(graph).component,
  cutPoints: (weft, graph) => weft.findCutPoints(graph),
  clustering: (weft, graph) => weft.measureClustering(graph),
  constraint: (weft, graph) => weft.measureConstraint(graph),
  effectiveSize: (weft, graph) => weft.measureEffectiveSize(graph),
  communities: (weft, graph) => {
    const { groups, modularity } = weft.findCommunities(graph)
    return { groups, modularity }
  },
  mixing: (weft, graph) => {
    const { arcs, assortativity } = weft.measureMixing(graph, groupsFor(graph))
    return { arcs: arcs.map((row) => [...row]), assortativity }
  },
  externalInternal: (weft, graph) => {
    const { external, internal, index } = weft.measureExternalInternal(graph, groupsFor(graph), 1)
    return { external, internal, index }
  },
  brokerage: (weft, graph) => weft.countBrokerage(graph, groupsFor(graph)).counts,
  ways: (weft, graph) => weft.measureWays(graph),
  centralisation: (weft, graph) => weft.measureCentralisation(graph),
  fragmentation: (weft, graph) => ({
    whole: weft.measureFragmentation(graph),
    without: weft.findReliances(graph, Infinity).map(({ node, fragmentation }) => [node, fragmentation]),
  }),
  bridging: (weft, graph) => {
    if (graph.size > 45) return null
    const choice = { most: 1_000_000, acrossOnly: false, spareBusiest: false }
    const found = weft.findBridging(graph, { group: new Int32Array(graph.size).fill(-1), count: 0 }, choice)
    return found.filter(({ joins }) => joins === 0).map(({ gain }) => gain)
  },
  loops: (weft, graph, mostLoops) => ({
    upToSix: countLoops(weft, graph, { maxLength: 6 }),
    all: countLoops(weft, graph, { maxLoops: mostLoops }),
  }),
}

/** Three groups and some without one, by number: the same on both sides. */
function groupsFor({ size }) {
  return { group: Int32Array.from({ length: size }, (_, node) => (node % 7 === 6 ? -1 : node % 3)), count: 3 }
}

/** Whole sets of loops are compared up to so many: networkx finds some thousand a second. */
const mostLoopsOfMap = 1_000_000
const mostLoopsOfRandom = 20_000

requirePython()
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-check-'))
try {
  const weft = await bundleWeft()
  const graphs = [...readGraphs(weft), ...drawGraphs(weft)]
  const questions = path.join(scratch, 'questions.json')
  const asked = graphs.map((entry) => ask(weft, entry))
  sayHowManyLoops(asked)
  fs.writeFileSync(questions, JSON.stringify({ tolerance: 1e-9, graphs: asked }, toJson))
  const { status } = spawnSync('python3', [path.join(here, 'checkAgainstNetworkx.py'), questions], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} finally {
  fs.rmSync(scratch, { recursive: true })
}

/** Loops by length and product of their signs, such as `3 -1`; undefined where a bound stopped the search. */
function countLoops(weft, graph, bounds) {
  const counts = {}
  const { complete } = weft.searchLoops(graph, bounds, (_, length, product) => {
    const kind = `${length} ${Math.sign(product)}`
    counts[kind] = (counts[kind] ?? 0) + 1
  })
  return complete ? counts : null
}

function sayHowManyLoops(questions) {
  const sum = (set) =>
    questions
      .flatMap(({ answers }) => Object.values(answers.loops[set] ?? {}))
      .reduce((total, count) => total + count, 0)
      .toLocaleString('en')
  const whole = questions.filter(({ answers }) => answers.loops.all !== null).length
  console.log(`${sum('upToSix')} loops of up to six links; of any length in ${whole} graphs: ${sum('all')}.`)
}

function requirePython() {
  const found = spawnSync('python3', ['-c', 'import networkx, numpy, scipy; print(networkx.__version__)'], {
    encoding: 'utf8',
  })
  if (found.status === 0) return
  const why = found.error ? 'python3 is not there' : (found.stderr.trim().split('\n').at(-1) ?? 'python3 failed')
  console.error(`Nothing was compared: ${why}. Install python3 with networkx, numpy and scipy,`)
  console.error('on Debian by: apt-get install -y python3-networkx python3-numpy python3-scipy')
  process.exit(2)
}

async function bundleWeft() {
  const outfile = path.join(scratch, 'weft.mjs')
  await bundleParts(parts, outfile)
  return import(pathToFileURL(outfile).href)
}

/** Every readable map of the folder. Where there are no causal links, other links stand in for them: here it is arithmetic that counts. */
function readGraphs(weft) {
  const graphs = []
  if (!fs.existsSync(folder)) {
    console.log(`There is no folder ${folder}: only random graphs are compared.`)
    return graphs
  }
  const unread = []
  const others = []
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.expected\.json$|^INDEX\.md$/.test(entry.name)) continue
    const file = path.join(entry.parentPath, entry.name)
    const name = path.relative(folder, file)
    const read = weft.readMapFile(new Uint8Array(fs.readFileSync(file)), { fileName: entry.name })
    if (!read.ok) {
      others.push({ file, name, why: `${read.reason.code}${read.reason.detail ? `: ${read.reason.detail}` : ''}` })
      continue
    }
    const view = weft.fromWeftMap(read.value.map)
    const causal = weft.toCausalGraph(view)
    const graph = causal.to.length > 0 ? causal : graphOfAllLinks(weft, view)
    if (graph.to.length === 0) unread.push(`${name} (no links)`)
    else graphs.push({ name, graph, mostLoops: mostLoopsOfMap })
  }
  const maps = graphs.length
  for (const [at, networks] of readNetworks(others).entries()) {
    const { name, why } = others[at]
    if (networks.length === 0) unread.push(`${name} (${why})`)
    for (const network of networks) graphs.push(graphOfNetwork(weft, name, network))
  }
  console.log(`${maps} maps and ${graphs.length - maps} other networks in ${folder}; left out ${unread.length}:`)
  for (const line of unread) console.log(`  ${line}`)
  return graphs
}

/** The networks of each of these files, in their order; none where it has a format that is not known there either. */
function readNetworks(files) {
  const words = [path.join(here, 'readNetworks.py'), ...files.map(({ file }) => file)]
  const { status, stdout, stderr } = spawnSync('python3', words, { encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(`readNetworks.py failed: ${stderr}`)
  return JSON.parse(stdout)
}

function graphOfNetwork(weft, file, { name, size, arcs }) {
  const id = (index) => `v${String(index).padStart(6, '0')}`
  const labels = new Map(Array.from({ length: size }, (_, index) => [id(index), '']))
  const links = arcs.map(([from, to], index) => ({ id: `l${index}`, from: id(from), to: id(to), sign: 0 }))
  return { name: `${file} ${name}`.trim(), graph: weft.buildCausalGraph(labels, links), mostLoops: mostLoopsOfMap }
}

function graphOfAllLinks(weft, view) {
  const labels = new Map([...view.elements.values()].map(({ id, label }) => [id, label ?? '']))
  const links = [...view.links.values()].map(({ id, from, to }) => ({ id, from, to, sign: 0 }))
  return weft.buildCausalGraph(labels, links)
}

/** Random graphs of all densities, and the counts of links at which index arithmetic is apt to go wrong. */
function drawGraphs(weft) {
  const shapes = [127, 128, 129, 255, 256, 257].flatMap((arcs) => [
    { size: 40, arcs, self: 0, mutual: false },
    { size: 40, arcs, self: 0, mutual: true },
  ])
  for (let seed = 1; seed <= 60; seed += 1) {
    const size = 1 + ((seed * 7) % 30)
    shapes.push({
      size,
      arcs: Math.min((seed * 13) % (3 * size), (size * (size - 1)) / 4),
      self: seed % 4,
      mutual: false,
    })
  }
  shapes.push({ size: 300, arcs: 900, self: 5, mutual: false })
  return shapes.map((shape, seed) => ({
    name: `random ${seed}: ${shape.size} variables, ${shape.arcs} ${shape.mutual ? 'ties' : 'arcs'}`,
    graph: drawGraph(weft, shape, seed + 1),
    mostLoops: mostLoopsOfRandom,
  }))
}

function drawGraph(weft, { size, arcs, self, mutual }, seed) {
  const random = weft.createSeededRandom(seed * 99991)
  const id = (index) => `v${String(index).padStart(6, '0')}`
  const labels = new Map(Array.from({ length: size }, (_, index) => [id(index), '']))
  const pairs = new Map()
  while (pairs.size < Math.floor(arcs)) {
    const [a, b] = [random.below(size), random.below(size)]
    if (a !== b && !(mutual && pairs.has(`${b} ${a}`))) pairs.set(`${a} ${b}`, [a, b])
  }
  const both = mutual ? [...pairs.values()].flatMap(([a, b]) => [[a, b], [b, a]]) : [...pairs.values()] // prettier-ignore
  for (let index = 0; index < self; index += 1) both.push([index % size, index % size])
  return weft.buildCausalGraph(
    labels,
    both.map(([from, to], index) => ({
      id: `l${index}`,
      from: id(from),
      to: id(to),
      sign: [1, -1, 1, 0, -1, 1][index % 6],
    })),
  )
}

function ask(weft, { name, graph, mostLoops }) {
  const arcs = Array.from(graph.from, (from, arc) => [from, graph.to[arc]])
  const answers = Object.fromEntries(
    Object.entries(measures).map(([measure, run]) => [measure, run(weft, graph, mostLoops)]),
  )
  return { name, size: graph.variables.length, arcs, signs: graph.sign, answers }
}

function toJson(_, value) {
  return ArrayBuffer.isView(value) ? [...value] : value
}
