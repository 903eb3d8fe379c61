import type { Clock } from '../../lib/base/clock'
import { createId, type MapId } from '../../lib/base/ids'
import type { Random } from '../../lib/base/random'
import type { Bus, CarriedAnswer, CarriedRequest, FromProcess, PeopleOfMap, ProcessId, ToProcess } from '../bus/bus'
import type { Log } from '../room/log'
import type { Whose } from '../room/ownership'

/** Milliseconds between two times that a question is put which nobody has heard yet. */
const askAgain = 1_000
/** Milliseconds in which somebody has to hear it: longer than it takes to follow a process that died. */
const hearing = 8_000
/** Milliseconds in which whoever heard it has to answer. */
const answering = 30_000
/** Milliseconds for which answers are kept for who asks again. */
const kept = 40_000

/** What processes ask of those who have a map. */
export interface Questions {
  /**
   * Puts a request to whoever has its map.
   * @returns `here` if that is this process by now, and nobody has taken the request up; `not-now` if nobody has taken it
   *   up in time; `not-known` if somebody has, and what became of it is not known
   */
  askRequest(map: MapId, request: CarriedRequest): Promise<CarriedAnswer | 'here' | 'not-now' | 'not-known'>
  /** Who is on a map that another process has. Nobody, where nobody has it or it cannot be reached. */
  askWho(map: MapId): Promise<PeopleOfMap>
  /** Another process asks something of a map. */
  hear(map: MapId, asked: Extract<FromProcess, { kind: 'ask' }>): void
  close(): void
}

export interface QuestionsParts {
  readonly bus: Pick<Bus, 'toRoom' | 'toProcess'>
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly process: ProcessId
  readonly find: (map: MapId) => Promise<Whose>
  readonly owns: (map: MapId) => boolean
  readonly listPeople: (map: MapId) => PeopleOfMap
  readonly answer: (request: CarriedRequest) => Promise<CarriedAnswer>
}

interface Open {
  isHeard: boolean
  /** Ends the present wait. */
  wake: () => void
  said: Exclude<ToProcess, { kind: 'heard' }> | undefined
}

export function createQuestions(parts: QuestionsParts): Questions {
  const { bus, clock, random, log, process, find, owns, listPeople, answer } = parts
  const open = new Map<string, Open>()
  /** What was asked of this process, and the answer once there is one. */
  const taken = new Map<string, ToProcess>()

  const leaveBus = bus.toProcess.subscribe(process, {
    receive(message) {
      const one = open.get(message.name)
      if (one === undefined) return
      one.isHeard = true
      if (message.kind === 'heard') return
      one.said = message
      one.wake()
    },
    // Whoever waits asks again.
    lost: () => undefined,
  })

  const wait = (one: Open, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.after(milliseconds, resolve)
      one.wake = () => {
        cancel()
        resolve()
      }
    })

  const ask = async (
    map: MapId,
    question: Extract<FromProcess, { kind: 'ask' }>['question'],
    patience: number,
  ): Promise<Open['said'] | 'here' | 'not-now' | 'not-known'> => {
    const name = createId<string>(random, 16)
    const one: Open = { isHeard: false, wake: () => undefined, said: undefined }
    open.set(name, one)
    try {
      const begun = clock.now()
      while (clock.now() - begun < (one.isHeard ? answering : patience)) {
        // Also when it was heard: an answer may have been lost.
        bus.toRoom.publish(map, { kind: 'ask', name, process, question: one.isHeard ? { of: 'became' } : question })
        if (one.said === undefined) await wait(one, askAgain)
        if (one.said !== undefined) return one.said
        if ((await find(map)) !== 'other') return one.isHeard ? 'not-known' : 'here'
      }
      return one.isHeard ? 'not-known' : 'not-now'
    } finally {
      open.delete(name)
    }
  }

  return {
    async askRequest(map, request) {
      const said = await ask(map, { of: 'request', request }, hearing)
      if (typeof said === 'string') return said
      return said?.kind === 'answer' ? said.answer : 'not-known'
    },
    async askWho(map) {
      const said = await ask(map, { of: 'who' }, askAgain)
      return typeof said === 'object' && said.kind === 'people' ? said.people : { here: [], waiting: [] }
    },
    hear(map, { name, process: asker, question }) {
      // A process that stood still must do nothing that another may have done meanwhile.
      if (!owns(map)) return
      const known = taken.get(name)
      if (known === undefined && question.of === 'became') return
      bus.toProcess.publish(asker, known ?? { kind: 'heard', name })
      if (known !== undefined || question.of === 'became') return
      if (question.of === 'who') {
        bus.toProcess.publish(asker, { kind: 'people', name, people: listPeople(map) })
        return
      }
      taken.set(name, { kind: 'heard', name })
      clock.after(kept, () => taken.delete(name))
      answer(question.request)
        .then((given) => {
          const said = { kind: 'answer', name, answer: given } as const
          taken.set(name, said)
          bus.toProcess.publish(asker, said)
        })
        .catch((cause: unknown) => log.error({ map, cause }, 'a request of another process was not answered'))
    },
    close() {
      leaveBus()
      for (const { wake } of open.values()) wake()
    },
  }
}
