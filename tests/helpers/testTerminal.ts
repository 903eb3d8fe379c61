import { beforeEach } from 'vitest'
import type { Terminal } from '../../cli/terminal'

/** A terminal that keeps what is written to it; empty again before each test of the file. */
export function createTestTerminal(): {
  readonly terminal: Terminal
  readonly output: () => string
  readonly said: () => readonly string[]
} {
  let output = ''
  let said: string[] = []
  beforeEach(() => {
    output = ''
    said = []
  })
  return {
    terminal: {
      readInput: async () => new Uint8Array(),
      writeOutput: async (bytes) => {
        output += String(bytes)
      },
      say: (text) => said.push(text),
    },
    output: () => output,
    said: () => said,
  }
}
