import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSeededRandom } from '../../lib/base/random'
import type { CreateMapAnswer } from '../../lib/protocol/api'
import { openDrawer, type Drawer } from '../helpers/drawer'
import { hasServers, startInstallation, type Installation, type Node } from '../helpers/installation'
import { firstSeed } from '../helpers/seeds'

/** Seconds of drawing under faults: a bounded run here, long ones by hand (bench/faults.mjs). */
const seconds = Number(process.env['WEFT_FAULTS_SECONDS'] ?? 20)
const people = 5
/** Milliseconds after the end of a fault in which all have to see the same, and what a machine that is busy may add. */
const converging = 5_000 + Number(process.env['WEFT_FAULTS_SLACK'] ?? 5_000)

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe.runIf(hasServers())('faults of several processes', () => {
  let world: Installation
  let map: CreateMapAnswer
  const drawers: Drawer[] = []
  beforeAll(async () => {
    world = await startInstallation(3)
    map = await (world.nodes[0] as Node).createMap()
  }, 120_000)
  afterAll(async () => {
    for (const drawer of drawers) drawer.leave()
    await world.stop()
  })
  const open = (): Drawer => {
    const drawer = openDrawer(world.url, map.id, { key: map.links.contribute.key })
    drawers.push(drawer)
    return drawer
  }
  const ownerAndOther = async (): Promise<readonly [Node, Node]> => {
    await expect.poll(() => world.findOwner()).toBeDefined()
    const owner = (await world.findOwner()) as Node
    return [owner, world.nodes.find((node) => node !== owner) as Node]
  }

  it(
    'KILL-2: who dies, stands still or is cut off, and Redis and PostgreSQL that go and come: what was called saved stays, and all see the same within 5 s',
    { timeout: seconds * 12_000 + 180_000 },
    async () => {
      const seed = firstSeed()
      const random = createSeededRandom(seed)
      const history: string[] = [`FUZZ_SEED=${seed}`]
      for (let person = 0; person < people; person += 1) open()
      const drawn: string[] = []
      let isDrawing = true
      const drawing = (async () => {
        while (isDrawing) {
          const person = random.below(people)
          const id = `e${drawn.length}-${person}`
          drawn.push(id)
          drawers[person]?.draw(id)
          await wait(20 + random.below(80))
        }
      })()

      /** @returns milliseconds until everybody has what had been drawn by now; the drawing goes on */
      const untilSeenByAll = async (): Promise<number> => {
        const begun = performance.now()
        const wanted = [...drawn]
        const isSeen = (): boolean =>
          drawers.every((drawer) => {
            const has = new Set(drawer.elements())
            return wanted.every((id) => has.has(id))
          })
        while (!isSeen() && performance.now() - begun < converging) await wait(20)
        expect(isSeen(), history.join(', ')).toBe(true)
        return Math.round(performance.now() - begun)
      }

      const faults: Readonly<Record<string, () => Promise<void>>> = {
        async 'the owner is killed'() {
          const [owner] = await ownerAndOther()
          await owner.end('SIGKILL')
          const killed = performance.now()
          // Something that was drawn after it.
          const before = drawn.length
          while (drawn.length === before) await wait(20)
          await untilSeenByAll()
          history.push(`followed after ${Math.round(performance.now() - killed)} ms`)
          await owner.start()
        },
        async 'another is killed'() {
          const [, other] = await ownerAndOther()
          await other.end('SIGKILL')
          await other.start()
        },
        async 'the owner stands still past its time'() {
          const [owner] = await ownerAndOther()
          owner.freeze()
          await wait(4_500)
          owner.thaw()
        },
        async 'another stands still'() {
          const [, other] = await ownerAndOther()
          other.freeze()
          await wait(2_000)
          other.thaw()
        },
        async 'Redis is stopped and started'() {
          await world.redis.stop()
          await wait(500)
          await world.redis.start()
        },
        async 'connections to Redis are cut'() {
          await world.redis.cutOff()
        },
        async 'PostgreSQL is restarted'() {
          await world.postgres.restart()
        },
        async 'a process is stopped and started anew'() {
          const [owner] = await ownerAndOther()
          await owner.end('SIGTERM')
          await owner.start()
        },
      }
      const lacking = (): string | undefined => {
        const [first, ...others] = drawers.map((drawer) => drawer.elements().join(' '))
        if (first !== drawn.toSorted().join(' ')) return 'the first lacks something'
        return others.every((all) => all === first) ? undefined : 'they differ'
      }
      try {
        const names = Object.keys(faults)
        const until = performance.now() + seconds * 1_000
        // Every kind once before any comes twice, in an order that the seed decides.
        let left: string[] = []
        while (performance.now() < until) {
          if (left.length === 0) left = [...names]
          const [name = ''] = left.splice(random.below(left.length), 1)
          await wait(300 + random.below(700))
          history.push(name)
          await faults[name]?.()
          history.push(`${await untilSeenByAll()} ms`)
        }
        isDrawing = false
        await drawing
        await expect.poll(lacking, { timeout: converging, message: history.join(', ') }).toBeUndefined()
        const late = open()
        await expect.poll(() => late.elements().length, { timeout: converging }).toBe(drawn.length)
        const stored = await (world.nodes[0] as Node).request(`/api/maps/${map.id}`, { key: map.links.view.key })
        const kept = new Set(Object.keys(stored.json<{ elements: object }>().elements))
        const lost = drawers.flatMap(({ saved }) => [...saved].filter((id) => !kept.has(id)))
        expect(lost, history.join(', ')).toEqual([])
        const acknowledged = drawers.reduce((sum, { saved }) => sum + saved.size, 0)
        await expect
          .poll(() => drawers.reduce((sum, { saved }) => sum + saved.size, 0), { timeout: converging })
          .toBe(drawn.length)
        process.stdout.write(
          `${history.join(', ')}: ${drawn.length} drawn, ${acknowledged} called saved by then, none lost\n`,
        )
      } finally {
        isDrawing = false
        await drawing
      }
    },
  )
})
