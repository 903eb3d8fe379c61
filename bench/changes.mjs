// What the people of another map wait for while a large map is changed in one piece: the way of an edit from one of them
// to another, on a map of their own, with nothing else going on, and while a large map of the same server is changed by
// commands or put back to a version.
import { connect, median } from './client.mjs'
import { importLargeMap, largeElements } from './largeMap.mjs'

/** Edits on the other map before anything is measured. */
const warmUp = 200
/** Milliseconds between two edits on the other map, whether or not the one before has arrived: a stop delays all that fall into it. */
const pace = 10
/** Milliseconds that are looked at with nothing else going on, and at least from the beginning of a change on. */
const least = 3_000

/** @returns for each kind of change how long edits of the other map were under way, in milliseconds, and the change itself */
export async function measureChanges(weft) {
  const map = await importLargeMap(weft.url)
  const ask = async (path, method, json) => {
    const headers = { authorization: `Bearer ${map.links.owner.key}`, 'content-type': 'application/json' }
    const body = json === undefined ? {} : { body: JSON.stringify(json) }
    const response = await fetch(`${weft.url}/api/maps/${map.id}${path}`, { method, headers, ...body })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  const command = (name, input) => ask('', 'PATCH', { commands: [{ name, input }] })
  // Somebody looks at the large map meanwhile, in a process of their own as far as this one is concerned: they only read bytes.
  const looker = await connect(`${weft.url.replace('http', 'ws')}/sync/${map.id}?key=${map.links.view.key}`)
  const all = [...looker.doc.getMap('elements').keys()]
  looker.close()

  const other = await weft.makeRoom()
  const [writer, reader] = [await connect(other), await connect(other)]
  const watched = await watchEdits(writer, reader)
  for (let index = 0; index < warmUp; index += 1) await watched.edit()
  const quiet = await watched.during(Promise.resolve())

  const version = await ask('/versions', 'POST', { name: 'All of it' })
  const changes = {
    'tagged, 5,000 elements': () => command('tagElements', { ids: all, tag: 'looked at', on: true }),
    'deleted, all': () => command('deleteRecords', { elements: all, links: [] }),
    'put back': () => ask(`/versions/${version.id}/restore`, 'POST'),
  }
  const found = {}
  for (const [name, change] of Object.entries(changes)) {
    const started = performance.now()
    let took
    const done = change().then(() => (took = performance.now() - started))
    const times = await watched.during(done)
    found[name] = { ...summarise(times), took }
  }
  for (const client of [writer, reader]) client.close()
  return { elements: largeElements, quiet: summarise(quiet), changes: found }
}

/** Edits of one client, as the other hears of them. */
async function watchEdits(writer, reader) {
  const sent = []
  const arrived = []
  const board = reader.doc.getMap('positions:board')
  board.observe(() => {
    const [last] = board.get('e1')
    while (arrived.length <= last) arrived.push(performance.now() - sent[arrived.length])
  })
  const send = () => {
    sent.push(performance.now())
    writer.doc.getMap('positions:board').set('e1', [sent.length - 1, 0])
  }
  const all = async () => {
    while (arrived.length < sent.length) await wait(1)
  }
  return {
    async edit() {
      send()
      await all()
    },
    /** The milliseconds that each took of those sent until this is done, at a steady pace. */
    async during(task) {
      const first = sent.length
      const started = performance.now()
      let isDone = false
      void task.finally(() => (isDone = true))
      for (let due = started; !isDone || due - started < least; due += pace) {
        const left = due - performance.now()
        if (left > 0) await wait(left)
        send()
      }
      await task
      await all()
      return arrived.slice(first)
    },
  }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

function summarise(times) {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    median: median(times),
    p99: sorted[Math.floor(sorted.length * 0.99)],
    most: sorted.at(-1),
    edits: times.length,
  }
}
