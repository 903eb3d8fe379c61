import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { MapId } from '../../lib/base/ids'
import { createSeededRandom } from '../../lib/base/random'
import type { SharedStore } from '../../server/store/mapStore'
import { createMemoryStore } from '../../server/store/memory'
import { createLossyBus } from '../helpers/lossyBus'
import { createManualClock } from '../helpers/manualClock'
import { joinRoom, settle, type RoomPeer } from '../helpers/roomPeer'
import { addSampleMap, addVariable, readStoredDoc } from '../helpers/sampleMap'
import { firstSeed, seedCount } from '../helpers/seeds'
import { startServerProcess, type ServerProcess } from '../helpers/serverProcesses'

const times = { duration: 3_000, renew: 1_000 }
const steps = 120
const people = 5

interface Person {
  readonly doc: Y.Doc
  process: ServerProcess
  peer: RoomPeer
  /** What each update message of this connection brought that was drawn here. */
  messages: (readonly string[])[]
  /** How many of them answer a question of the room. */
  answers: number
}

async function run(seed: number): Promise<readonly string[]> {
  const random = createSeededRandom(seed)
  const clock = createManualClock()
  const store: SharedStore = createMemoryStore(() => clock.now())
  const bus = createLossyBus((fault) => {
    throw fault
  })
  const map: MapId = await addSampleMap(store)
  const wrong: string[] = []
  const history: string[] = []
  let names = 0
  const start = (): ServerProcess => startServerProcess({ name: `p${(names += 1)}`, store, bus, clock, times })
  const processes = [start(), start(), start()]
  const frozen = new Set<ServerProcess>()
  const pick = <One>(list: readonly One[]): One => {
    const one = list[random.below(list.length)]
    if (one === undefined) throw new Error('Nothing to pick from.')
    return one
  }
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 100) {
      clock.advance(100)
      await settle()
    }
  }

  const drawnBy = (person: number): string[] =>
    [...(crowd[person]?.doc.getMap('elements').keys() ?? [])].filter((id) => id.startsWith(`${person}-`))
  /** Answers to the room's questions hold all that is there. */
  const noteAnswers = (number: number): void => {
    const person = crowd[number]
    if (person === undefined) return
    for (; person.answers < person.peer.asked; person.answers += 1) person.messages.push(drawnBy(number))
  }
  const join = async (doc: Y.Doc): Promise<Omit<Person, 'doc'>> => {
    const awake = processes.filter((process) => !frozen.has(process))
    const process = pick(awake)
    return { process, peer: await joinRoom(process.rooms, map, { doc }), messages: [], answers: 0 }
  }
  const crowd: Person[] = []
  for (let number = 0; number < people; number += 1) {
    const doc = new Y.Doc()
    crowd.push({ doc, ...(await join(doc)) })
  }
  /** Whoever was sent away, or whose process has died, comes again. */
  const comeAgain = async (): Promise<void> => {
    for (const person of crowd) {
      const isGone = person.peer.socket.closeCode !== undefined || !processes.includes(person.process)
      // A process that stands still hears that a socket has gone when it goes on.
      if (!isGone || frozen.has(person.process) || frozen.size === processes.length) continue
      person.peer.leave()
      Object.assign(person, await join(person.doc))
    }
  }
  const check = async (): Promise<void> => {
    const kept = new Set((await readStoredDoc(store, map)).getMap('elements').keys())
    crowd.forEach(({ doc, peer, messages }, number) => {
      for (const id of doc.getMap('elements').keys()) {
        if (!id.startsWith(`${number}-`) && !kept.has(id)) wrong.push(`${number} saw ${id}, which is not stored`)
      }
      for (const id of messages.slice(0, peer.saved).flat()) {
        if (!kept.has(id)) wrong.push(`${id} was called saved and is not stored`)
      }
    })
  }

  await pass(500)
  for (let step = 0; step < steps && wrong.length === 0; step += 1) {
    const choice = random.next()
    if (choice < 0.55) {
      const number = random.below(people)
      const person = crowd[number]
      if (person !== undefined && !frozen.has(person.process)) {
        noteAnswers(number)
        const id = `${number}-${step}`
        addVariable(person.doc, id)
        person.messages.push([id])
        history.push(`${number} draws ${id}`)
      }
    } else if (choice < 0.65) {
      const process = pick(processes)
      process.freeze()
      frozen.add(process)
      history.push('freeze')
    } else if (choice < 0.78) {
      for (const process of [...frozen].slice(0, 1)) {
        frozen.delete(process)
        process.thaw()
        history.push('thaw')
      }
    } else if (choice < 0.83) {
      const place = random.below(processes.length)
      const [killed] = processes.splice(place, 1, start())
      killed?.kill()
      if (killed !== undefined) frozen.delete(killed)
      history.push('kill')
    } else if (choice < 0.88) bus.lose(random.next() < 0.5 ? 'toRoom' : 'toSessions')
    else if (choice < 0.93) bus.mend()
    await comeAgain()
    await pass(random.below(12) * 100)
    crowd.forEach((_, number) => noteAnswers(number))
    await check()
  }

  bus.mend()
  for (const process of frozen) process.thaw()
  frozen.clear()
  for (let turn = 0; turn < 8; turn += 1) {
    await comeAgain()
    await pass(5_000)
  }
  const kept = [...(await readStoredDoc(store, map)).getMap('elements').keys()].sort().join()
  crowd.forEach(({ doc, peer }, number) => {
    const drawn = [...doc.getMap('elements').keys()].sort().join()
    if (drawn !== kept) wrong.push(`${number} has ${drawn}, stored is ${kept} (closed ${peer.socket.closeCode})`)
  })
  const rooms = processes.reduce((sum, process) => sum + process.rooms.stats().rooms, 0)
  if (rooms !== 1) wrong.push(`${rooms} rooms`)
  return wrong.length === 0 ? [] : [...wrong.slice(0, 5), `seed ${seed}`, ...history.slice(-20)]
}

describe('several processes, whatever happens', () => {
  it.each(Array.from({ length: seedCount(12) }, (_, index) => firstSeed() + index))(
    'OWNER-13: processes stand still, die and lose each other’s words; what is called saved is stored, and all see the same in the end (seed %i)',
    async (seed) => {
      expect(await run(seed)).toEqual([])
    },
    60_000,
  )
})
