// Milliseconds from starting the process to /readyz, on a built tree and an empty data folder.
import { median } from './client.mjs'
import { startPlain, startWeft } from './servers.mjs'

export async function measureStart(rounds = 5) {
  const times = { weft: [], plain: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, start] of [
      ['weft', startWeft],
      ['plain', startPlain],
    ]) {
      const server = await start()
      times[name].push(server.ms)
      await server.stop()
    }
  }
  return { weft: median(times.weft), plain: median(times.plain) }
}
