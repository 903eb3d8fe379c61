import { runCli } from './runCli'
import type { Terminal } from './terminal'

const terminal: Terminal = {
  readInput: async () => {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array))
    return Buffer.concat(parts)
  },
  writeOutput: (bytes) =>
    new Promise((resolve, reject) => {
      process.stdout.write(bytes, (fault) => {
        // The reader of a pipe may have seen enough.
        if (fault === null || fault === undefined || (fault as NodeJS.ErrnoException).code === 'EPIPE') resolve()
        else reject(fault)
      })
    }),
  say: (text) => process.stderr.write(`${text}\n`),
}
process.stdout.on('error', () => undefined)

try {
  process.exitCode = await runCli(process.argv.slice(2), terminal)
} catch (fault) {
  const reason = fault instanceof Error ? fault.message : String(fault)
  terminal.say(`Weft made a mistake: ${reason}. Please report it with the file that caused it.`)
  process.exitCode = 1
}
