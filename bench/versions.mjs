// What a version costs the people of a large map: the way of an edit from one of them to another, with and without a
// version being kept at that moment, in turns; and what reading one and putting one back take.
import { connect, median } from './client.mjs'
import { importLargeMap, largeElements as elements } from './largeMap.mjs'

/** Updates before anything is measured: enough for the first version to be kept as a whole document too. */
const before = 1_200
const rounds = 18
const editsPerRound = 20

/** @returns milliseconds; of edits the median, the slowest of twenty, and the slowest */
export async function measureVersions(weft) {
  const map = await importLargeMap(weft.url)
  const ask = async (path, method = 'GET', json) => {
    const headers = { authorization: `Bearer ${map.links.owner.key}`, 'content-type': 'application/json' }
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const started = performance.now()
    const response = await fetch(`${weft.url}/api/maps/${map.id}${path}`, { method, headers, ...body })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return { answer, ms: performance.now() - started }
  }
  const room = `${weft.url.replace('http', 'ws')}/sync/${map.id}?key=${map.links.contribute.key}`
  const [writer, reader] = [await connect(room), await connect(room)]
  const places = writer.doc.getMap('positions:board')
  let edits = 0
  const edit = () =>
    new Promise((resolve) => {
      const value = (edits += 1)
      const board = reader.doc.getMap('positions:board')
      const started = performance.now()
      const look = () => {
        if (board.get('e1')?.[0] !== value) return
        board.unobserve(look)
        resolve(performance.now() - started)
      }
      board.observe(look)
      places.set('e1', [value, 0])
    })
  for (let index = 0; index < before; index += 1) await edit()

  const without = []
  const during = []
  const kept = []
  const whole = { edits: [] }
  for (let round = 0; round <= rounds; round += 1) {
    for (let index = 0; index < editsPerRound; index += 1) without.push(await edit())
    const naming = ask('/versions', 'POST', { name: `Round ${round}` })
    // The first is kept as a whole document too, on a thread of its own: told apart.
    const into = round === 0 ? whole.edits : during
    for (let index = 0; index < editsPerRound; index += 1) into.push(await edit())
    const { answer, ms } = await naming
    if (round > 0) kept.push(ms)
    else whole.id = answer.id
  }
  const read = []
  for (let times = 0; times < 5; times += 1) read.push((await ask(`/versions/${whole.id}`)).ms)
  // All of it, and back.
  writer.doc.transact(() => {
    for (const id of [...writer.doc.getMap('elements').keys()]) writer.doc.getMap('elements').delete(id)
    for (const id of [...writer.doc.getMap('links').keys()]) writer.doc.getMap('links').delete(id)
  })
  while (reader.doc.getMap('elements').size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const restored = await ask(`/versions/${whole.id}/restore`, 'POST')
  while (reader.doc.getMap('elements').size < elements) await new Promise((resolve) => setTimeout(resolve, 5))
  const reasons = (await ask('/versions')).answer.versions.map(({ why }) => why)
  for (const client of [writer, reader]) client.close()
  return {
    ...{ elements, without: summarise(without), during: summarise(during), whole: summarise(whole.edits) },
    ...{ kept: median(kept), read: median(read), restored: restored.ms, reasons: [...new Set(reasons)] },
  }
}

function summarise(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return { median: median(times), slow: sorted[Math.floor(sorted.length * 0.95)], most: sorted.at(-1) }
}
