import { existsSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'

/** Whatever answers everything that is not the API: in production the built pages. */
export interface Pages {
  /** Loads what is needed to answer the first request. */
  prepare(): Promise<void>
  readonly handle: RequestListener
  close(): Promise<void>
}

/** Pages were never built, or not where they are looked for. `message` says what to do. */
export class PagesMissingError extends Error {
  override readonly name = 'PagesMissingError'
}

/**
 * The pages built by Next in `<root>/<folder>`.
 * @throws PagesMissingError if nothing is built there
 */
export async function openPages(root: string, folder: string): Promise<Pages> {
  if (!existsSync(join(root, folder, 'BUILD_ID'))) {
    throw new PagesMissingError(`The pages are not built (${folder} has none): run npm run build, then start again.`)
  }
  // Loaded late: it takes longer than all the rest, and reads NODE_ENV as it loads.
  const { default: next } = await import('next')
  // Next would attach itself to the 'upgrade' event of the real server and end the sockets of maps;
  // this one never listens.
  const decoy = createServer()
  const app = next({ dev: false, dir: root, httpServer: decoy, customServer: true })
  const answer = app.getRequestHandler()
  return {
    prepare: () => app.prepare(),
    handle: (request, response) => {
      answer(request, response).catch(() => response.destroy())
    },
    close: () => app.close(),
  }
}
