import { createServer } from 'node:net'

/** Below what the kernel hands out by itself, so that no other test's socket is given it meanwhile. */
const lowest = 10_000
const width = 20
const blocks = 1_000

let next = 0

/** A port that nobody listens on, and that no other test process of this run is given. */
export async function findFreePort(): Promise<number> {
  const first = lowest + (process.pid % blocks) * width
  for (let tries = 0; tries < width; tries += 1) {
    const port = first + (next++ % width)
    if (await isFree(port)) return port
  }
  throw new Error(`All ports from ${first} to ${first + width - 1} are in use.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
