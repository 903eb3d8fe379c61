// What 10,000 drags of one element leave in the document, as a newcomer has to fetch it.
import { connect, until } from './client.mjs'

const drags = 10_000

/** Bytes of a fresh client's first sync: after the drags, and for the same content made fresh. */
export async function measureDocumentSize(weft) {
  const map = await weft.makeMap('causal-loop')
  const address = ({ id, links }) => `${weft.url.replace('http', 'ws')}/sync/${id}?key=${links.contribute.key}`
  const dragger = await connect(address(map))
  const positions = dragger.doc.getMap('positions:board')
  for (let drag = 1; drag <= drags; drag += 1) {
    positions.set('riders', [drag % 997, drag % 613])
    if (drag % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const [x, y] = positions.get('riders')
  const read = async () => {
    const response = await fetch(`${weft.url}/api/maps/${map.id}?key=${map.links.view.key}`)
    return response.json()
  }
  await until(async () => {
    const now = (await read()).positions.board.riders
    return now[0] === x && now[1] === y
  })
  const dragged = await connect(address(map))

  const imported = await fetch(`${weft.url}/api/maps/import`, { method: 'POST', body: JSON.stringify(await read()) })
  const fresh = await connect(address(await imported.json()))
  for (const client of [dragger, dragged, fresh]) client.close()
  return { dragged: dragged.bytes, fresh: fresh.bytes }
}
