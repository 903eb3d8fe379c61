// Server CPU per delivered edit: people in one room, each moving an element of theirs now and then.
import { connect, until } from './client.mjs'

const seconds = 6
const perSecond = 6

/** Microseconds of the server's CPU per edit that reached another person. */
export async function measureServerCpu(server, people) {
  const room = await server.makeRoom()
  const clients = []
  for (let index = 0; index < people; index += 1) clients.push(await connect(room))
  let delivered = 0
  const last = clients.map(() => 0)
  for (const [index, { doc }] of clients.entries()) {
    const positions = doc.getMap('positions:board')
    const seen = new Map()
    positions.observe((event) => {
      for (const key of event.keysChanged) {
        // Moves of one turn may come as one: the number in the value says how many there were.
        const [count] = positions.get(key)
        if (key !== `e${index}`) delivered += count - (seen.get(key) ?? 0)
        seen.set(key, count)
      }
    })
  }
  const before = await server.cpu()
  const rounds = seconds * perSecond
  for (let round = 1; round <= rounds; round += 1) {
    const due = performance.now() + 1000 / perSecond
    for (const [index, { doc }] of clients.entries()) {
      last[index] = round
      doc.getMap('positions:board').set(`e${index}`, [round, index])
      // Spread over the round, as people are.
      if (index % 5 === 4) await new Promise((resolve) => setImmediate(resolve))
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
  }
  const expected = rounds * people * (people - 1)
  await until(() => delivered === expected)
  const used = (await server.cpu()) - before
  for (const client of clients) client.close()
  return (used * 1e6) / expected
}
