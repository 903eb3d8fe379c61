// One measurement of Weft's loop search in a process of its own:
// node loopsOfWeft.mjs <bundle> <graph.json> <longest or 0 for any length> <times>
import fs from 'node:fs'

const [bundle, file, longest, times] = process.argv.slice(2)
const { buildCausalGraph, searchLoops } = await import(bundle)
const { size, arcs } = JSON.parse(fs.readFileSync(file, 'utf8'))
const idOf = (index) => `v${String(index).padStart(6, '0')}`
const bounds = Number(longest) > 0 ? { maxLength: Number(longest) } : {}

/** Every loop's arcs in one array that grows; where each ends in another. */
function listLoops(graph) {
  let all = new Int32Array(4_096)
  let used = 0
  const ends = []
  searchLoops(graph, bounds, (path, length) => {
    if (used + length > all.length) {
      const larger = new Int32Array(all.length * 2 + length)
      larger.set(all)
      all = larger
    }
    for (let index = 0; index < length; index += 1) all[used + index] = path[index]
    used += length
    ends.push(used)
  })
  return ends.length
}

/** Built anew for each search: what is remembered of a graph would be no measurement. */
function build() {
  return buildCausalGraph(
    new Map(Array.from({ length: size }, (_, index) => [idOf(index), ''])),
    arcs.map(([from, to], index) => ({ id: `l${index}`, from: idOf(from), to: idOf(to), sign: 1 })),
  )
}

/** CPU time of one search, taken over several where one is too short to measure. */
function measure(searches) {
  const graphs = Array.from({ length: searches }, build)
  const start = process.cpuUsage()
  for (const graph of graphs) found = listLoops(graph)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000 / searches
}

let found = 0
// The first searches are slower, as in any program that is compiled while it runs: a worker has them behind it.
for (let warm = 0; warm < 5; warm += 1) measure(1)
const searches = Math.max(1, Math.min(500, Math.ceil(10 / measure(1))))
measure(searches)
const milliseconds = Array.from({ length: Number(times) }, () => measure(searches))
process.stdout.write(JSON.stringify({ found, milliseconds }))
