import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fail, type Result } from '../../lib/base/result'
import type { FormatProblem } from '../../lib/formats/problem'
import { readImport, type Importer, type ImportRequest } from './importer'
import type { ReadImport } from './takeRounds'

/** Milliseconds and megabytes one file may take; the largest honest maps stay well below. */
const patience = 90_000
const memory = 1_024

/**
 * Reads files on a thread of their own, one thread a file, so that a map of thousands of elements, or
 * a file made to be slow, holds up nobody. From source, where no thread is built, it reads here.
 */
export function openImporter(): Importer {
  const bundled = new URL('./importer.mjs', import.meta.url)
  if (!existsSync(fileURLToPath(bundled))) {
    return { read: async (request) => readImport(request) }
  }
  return { read: (request) => readOnThread(bundled, request) }
}

function readOnThread(program: URL, request: ImportRequest): Promise<Result<ReadImport, FormatProblem>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    const tooMuch = (detail: string): void => resolve(fail({ code: 'too-large', detail }))
    const timer = setTimeout(() => {
      tooMuch('reading it takes too long')
      void thread.terminate()
    }, patience)
    thread.once('message', resolve)
    thread.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch('reading it takes too much memory')
      else reject(cause)
    })
    thread.once('exit', () => {
      clearTimeout(timer)
      // Settled already, unless the thread went without a word.
      reject(new Error('The import thread ended.'))
    })
  })
}
