import { defineConfig } from 'vitest/config'
import { fileURLToPath } from 'node:url'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['vitest.setup.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // What is waited for comes late on a busy machine; how soon is not what these tests are about.
    expect: { poll: { timeout: 20_000 } },
    // Two cores is the machine this project is tested on; more workers only add noise.
    maxWorkers: 2,
    coverage: { include: ['lib/**/*.ts', 'server/**/*.ts'], reporter: ['text-summary', 'json-summary'] },
  },
})
