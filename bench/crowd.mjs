// Two hundred people on one map: what the page of one of them costs while the others move their cursors,
// against the same page with nobody else there. Sockets of this process stand in for the others.
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { enterMap } from './firstLoad.mjs'
import { median } from './client.mjs'

const seconds = 8
/** As many as one map is for, with the browser. */
export const people = 200

/** Somebody who shows a cursor that goes round, and reads nothing of what comes. */
async function comeIn(weft, map, number) {
  const join = await fetch(`${weft.url}/api/maps/${map.id}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: weft.url },
    body: JSON.stringify({ key: map.links.contribute.key, name: `Person ${number}` }),
  })
  const { participant } = await join.json()
  const cookie = join.headers.get('set-cookie').split(';')[0]
  const address = `${weft.url.replace('http', 'ws')}/sync/${map.id}?events=1&p=${participant.id}`
  const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  let clock = 0
  const client = 1_000_000 + number
  const person = { ...participant, role: 'contributor' }
  return {
    show(turn) {
      const angle = turn / 9 + number
      const [x, y] = [Math.round(300 * Math.cos(angle)) + (number % 20) * 30, Math.round(200 * Math.sin(angle))]
      const state = {
        person,
        cursor: [x, y],
        viewport: [x - 700, y - 400, 1_400, 800],
        selection: { elements: [], links: [] },
      }
      const update = createEncoder()
      writeVarUint(update, 1)
      writeVarUint(update, client)
      writeVarUint(update, (clock += 1))
      writeVarString(update, JSON.stringify(state))
      const message = createEncoder()
      writeVarUint(message, 1)
      writeVarUint8Array(message, toUint8Array(update))
      socket.send(toUint8Array(message))
    },
    close: () => socket.terminate(),
  }
}

/** Milliseconds of the page's main thread in a second, and its frames, over some seconds. */
async function watch(page, session) {
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const before = await read()
  const frames = await page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const times = []
        const end = performance.now() + ms
        requestAnimationFrame(function note(now) {
          times.push(now)
          if (now < end) requestAnimationFrame(note)
          else resolve(times.slice(1).map((time, at) => time - times[at]))
        })
      }),
    seconds * 1_000,
  )
  const after = await read()
  const spent = (name) => ((after[name] - before[name]) * 1_000) / seconds
  const sorted = frames.toSorted((a, b) => a - b)
  return {
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration') + spent('RecalcStyleDuration'),
    task: spent('TaskDuration'),
    frame: median(frames),
    slow: sorted[Math.floor(sorted.length * 0.95)],
    longest: sorted.at(-1),
    over: frames.filter((ms) => ms > 50).length,
  }
}

/** @param rate how often each of the others moves, a second */
export async function measureCrowd(weft, browser, rates) {
  const map = await weft.makeMap('causal-loop')
  const page = await (await browser.newContext()).newPage()
  await enterMap(page, map.links.contribute.url, 'Ana')
  await page.locator('.react-flow__node').first().waitFor()
  const session = await page.context().newCDPSession(page)
  // CPU time: what else the machine does counts little.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.waitForTimeout(3_000)
  const alone = await watch(page, session)
  const others = []
  for (let number = 1; number < people; number += 1) others.push(await comeIn(weft, map, number))
  for (const other of others) other.show(0)
  await page.waitForTimeout(3_000)
  const found = { alone, still: await watch(page, session), moving: [] }
  for (const rate of rates) {
    let turn = 0
    // Each in their own moment of the beat, as people move.
    const step = 1_000 / rate / 20
    const timer = setInterval(() => {
      turn += 1
      for (const [at, other] of others.entries()) if (at % 20 === turn % 20) other.show(turn)
    }, step)
    await page.waitForTimeout(1_500)
    found.moving.push({ rate, ...(await watch(page, session)) })
    clearInterval(timer)
  }
  found.cursors = await page.locator('.weft-cursor').count()
  for (const other of others) other.close()
  await page.context().close()
  return found
}
