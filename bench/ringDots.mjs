// How long it takes to find places for dots in the rings: `npx node bench/ringDots.mjs`. Prints milliseconds, the
// median of 15 runs after 5 to warm up, for 40 cells of a field of 1300 by 640 pixels.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleParts } from '../scripts/bundleParts.mjs'

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-bench-'))
const bundle = path.join(scratch, 'weft.mjs')
await bundleParts(['layout/packRings', 'layout/rings'], bundle)
const { packRings, cutWedges, seatWithin } = await import(pathToFileURL(bundle).href)
fs.rmSync(scratch, { recursive: true })

const field = { width: 1300, height: 640 }
const names = Array.from({ length: 14 }, (_, at) => ({ x: 90 * at, y: 12 + 40 * (at % 15), width: 90, height: 18 }))

for (const count of [300, 1_200, 5_000]) {
  const dots = Array.from({ length: count }, (_, at) => ({ id: `d${at}`, group: `g${at % 10}`, ring: at % 4 }))
  const wedges = cutWedges(Array.from({ length: 10 }, (_, at) => ({ group: `g${at}`, members: count / 10 })))
  const seated = wedges.flatMap((wedge) =>
    [
      ...seatWithin(
        wedge,
        dots.filter(({ group }) => group === wedge.group),
      ),
    ].map(([id, seat]) => ({ id, seat, group: wedge.group })),
  )
  const times = Array.from({ length: 20 }, () => {
    const from = performance.now()
    packRings(seated, field, { wedges, names })
    return performance.now() - from
  }).slice(5)
  times.sort((a, b) => a - b)
  console.log(count, 'dots:', times[7].toFixed(1), 'ms')
}
