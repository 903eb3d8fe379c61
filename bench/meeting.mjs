// A meeting of two hundred: as many sockets with names on one map, all of this process, and one who runs it. How many of
// them are told of a hold, its release, a round and its answers, and of being brought to a place, and how long it takes;
// and how long it takes until what each wrote while the map was held is there for everyone.
import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, length, toUint8Array, writeVarUint } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { median, until } from './client.mjs'

/** As many as one map is for, with the one who runs it. */
export const people = 200
/** Who come at the same moment. */
const atOnce = 20
/** Milliseconds that everyone is waited for; who has not been told by then counts as not told. */
const patience = 30_000

/** @returns for each act how many were told of it, and in how many milliseconds */
export async function measureMeeting(weft) {
  const map = await weft.makeMap()
  const fay = await comeIn(weft, map, 'facilitate', 'Fay')
  const others = []
  const arrivals = []
  for (let number = 1; number < people; number += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, people - number) }, async (_, index) => {
      const started = performance.now()
      const person = await comeIn(weft, map, 'contribute', `Person ${number + index}`)
      arrivals.push(performance.now() - started)
      return person
    })
    others.push(...(await Promise.all(some)))
  }
  const all = [fay, ...others]
  const found = { 'come in, and have the map': summarise(arrivals, people - 1) }
  /** Does something, and waits until everyone has been told. */
  const act = async (name, kind, isIt, task) => {
    const told = all.map((person) => person.hear((event) => event.kind === kind && isIt(event)))
    const started = performance.now()
    await task()
    found[name] = await collect(told, started)
  }
  await act(
    'told that the map is held',
    'hold',
    ({ hold }) => hold !== null,
    () => fay.ask('/hold', 'POST'),
  )
  for (const [index, person] of others.entries()) person.write(`held-${index}`)
  const there = all.map((person) => person.has(others.length))
  await act(
    'told of the release',
    'hold',
    ({ hold }) => hold === null,
    () => fay.ask('/hold', 'DELETE'),
  )
  const released = performance.now()
  found['have all that was written while it was held'] = await collect(there, released)
  let round
  const setup = { kind: 'scale', question: 'How sure are we?', targets: [], of: 'everyone' }
  await act(
    'told of a round',
    'round',
    ({ round: told }) => told.state === 'open',
    async () => {
      round = await fay.ask('/rounds', 'POST', setup)
    },
  )
  const answered = []
  await act(
    'told that all have answered',
    'progress',
    ({ done }) => done === others.length,
    () =>
      Promise.all(
        others.map(async (person, index) => {
          const started = performance.now()
          await person.ask(`/rounds/${round.id}/answer`, 'PUT', { values: { '': 1 + (index % 5) } })
          answered.push(performance.now() - started)
        }),
      ),
  )
  found['answers that are acknowledged'] = summarise(answered, others.length)
  await act(
    'told of the reveal',
    'round',
    ({ round: told }) => told.state === 'revealed',
    () => fay.ask(`/rounds/${round.id}/reveal`, 'POST', {}),
  )
  await act(
    'brought to a place',
    'gather',
    () => true,
    () => fay.ask('/gather', 'POST', { view: 'map', seen: [0, 0, 1_400, 800] }),
  )
  const lost = all.filter(({ closed }) => closed()).length
  for (const person of all) person.close()
  return { found, lost }
}

/** @returns when they were told, as far as they were */
async function collect(told, started) {
  const times = await Promise.all(told.map((one) => one.catch(() => undefined)))
  return summarise(
    times.filter((time) => time !== undefined).map((time) => time - started),
    told.length,
  )
}

function summarise(times, asked) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    told: times.length,
    asked,
    median: times.length === 0 ? Number.NaN : median(times),
    p99: at(0.99),
    most: at(1),
  }
}

/** Somebody with a name, synced, who hears events. */
async function comeIn(weft, map, grant, name) {
  const join = await fetch(`${weft.url}/api/maps/${map.id}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: weft.url },
    body: JSON.stringify({ key: map.links[grant].key, name }),
  })
  if (!join.ok) throw new Error(await join.text())
  const { participant } = await join.json()
  const cookie = join.headers.get('set-cookie').split(';')[0]
  const address = `${weft.url.replace('http', 'ws')}/sync/${map.id}?events=1&p=${participant.id}`
  const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false })
  socket.binaryType = 'arraybuffer'
  const doc = new Y.Doc()
  const listeners = new Set()
  let isClosed = false
  let isSynced = false
  const send = (write) => {
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    write(encoder)
    socket.send(toUint8Array(encoder))
  }
  socket.on('message', (data) => {
    const decoder = createDecoder(new Uint8Array(data))
    const type = readVarUint(decoder)
    if (type === 101) {
      const event = JSON.parse(readVarString(decoder))
      for (const listen of [...listeners]) listen(event)
    }
    if (type !== 0) return
    const encoder = createEncoder()
    writeVarUint(encoder, 0)
    if (readSyncMessage(decoder, encoder, doc, 'remote') === 1) isSynced = true
    if (length(encoder) > 1) socket.send(toUint8Array(encoder))
  })
  socket.on('error', () => undefined)
  socket.on('close', () => (isClosed = true))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  doc.on('update', (update, origin) => {
    if (origin !== 'remote') send((encoder) => writeUpdate(encoder, update))
  })
  send((encoder) => writeSyncStep1(encoder, doc))
  await until(() => isSynced)
  return {
    doc,
    closed: () => isClosed,
    close: () => socket.terminate(),
    write: (key) => doc.getMap('loops').set(key, { name: key }),
    /** When the document has as many as this of what people wrote. */
    has: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error('not there'))), 2 * patience)
        const end = (then) => {
          doc.off('update', look)
          clearTimeout(timer)
          then()
        }
        const look = () => {
          if (doc.getMap('loops').size >= count) end(() => resolve(performance.now()))
        }
        doc.on('update', look)
      }),
    /** When the first such event comes. */
    hear: (isIt) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error('not told'))), patience)
        const end = (then) => {
          listeners.delete(listen)
          clearTimeout(timer)
          then()
        }
        const listen = (event) => {
          if (isIt(event)) end(() => resolve(performance.now()))
        }
        listeners.add(listen)
      }),
    async ask(path, method, json) {
      const response = await fetch(`${weft.url}/api/maps/${map.id}${path}?p=${participant.id}`, {
        method,
        headers: { 'content-type': 'application/json', origin: weft.url, cookie },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      })
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
      return response.status === 204 ? undefined : response.json()
    },
  }
}
