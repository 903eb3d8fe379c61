// The graphs that loops are searched in: real maps of a folder, where it is there, and random ones.
import fs from 'node:fs'
import path from 'node:path'

/** Maps taken, by a part of their path, as far as the folder has them. */
const wanted = [
  'obesity_system_data.json',
  'dfg-agil-main-model.json',
  'world3',
  'drought_model_03',
  'sleep-depression',
]
const shapes = [
  [100, 200],
  [200, 360],
  [100, 300],
  [300, 900],
  [1_000, 3_000],
]

/** @returns name and graph of each */
export function loopGraphs(weft, folder) {
  const graphs = []
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : []
  if (files.length === 0) process.stdout.write(`No maps in ${folder}: only random ones are searched.\n`)
  for (const name of wanted) {
    const file = files.find((one) => one.includes(name) && !one.endsWith('.expected.json'))
    const graph = file === undefined ? undefined : readGraph(weft, path.join(folder, file))
    if (graph !== undefined) graphs.push({ name: path.basename(file, path.extname(file)), graph })
    else if (files.length > 0) process.stdout.write(`No map ${name} that Weft reads in ${folder}: left out.\n`)
  }
  for (const [size, links] of shapes) {
    graphs.push({ name: `random ${size}/${links}`, graph: drawGraph(weft, size, links) })
  }
  return graphs
}

function readGraph(weft, file) {
  const bytes = new Uint8Array(fs.readFileSync(file))
  const read = weft.readMapFile(bytes, { fileName: path.basename(file) })
  if (read.ok) return weft.toCausalGraph(weft.fromWeftMap(read.value.map))
  return readNodesAndConnections(weft, bytes)
}

/** The Foresight map is published as plain nodes and connections with signs, a form of its own. */
function readNodesAndConnections(weft, bytes) {
  try {
    const { nodes, connections } = JSON.parse(new TextDecoder().decode(bytes))
    const idOf = (number) => `v${String(number).padStart(6, '0')}`
    return weft.buildCausalGraph(
      new Map(nodes.map(({ id, label }) => [idOf(id), label])),
      connections.map(({ id, sourceId, targetId, sign }) => ({ id, from: idOf(sourceId), to: idOf(targetId), sign })),
    )
  } catch {
    return undefined
  }
}

/** Links between different variables, drawn evenly; the same for the same numbers. One in three is negative. */
export function drawGraph(weft, size, links, more = 0) {
  const random = weft.createSeededRandom(size * 7 + links)
  const idOf = (index) => `v${String(index).padStart(6, '0')}`
  const labels = new Map(Array.from({ length: size }, (_, index) => [idOf(index), `Variable ${index}`]))
  const pairs = new Set()
  const drawn = []
  while (drawn.length < links + more) {
    const [from, to] = [random.below(size), random.below(size)]
    if (from === to || pairs.has(from * size + to)) continue
    pairs.add(from * size + to)
    const id = `l${String(drawn.length).padStart(6, '0')}`
    drawn.push({ id, from: idOf(from), to: idOf(to), sign: random.below(3) === 0 ? -1 : 1 })
  }
  return weft.buildCausalGraph(labels, drawn)
}
