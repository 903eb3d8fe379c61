import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const installed = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path))

/** What people do in a browser, against the built server. `WEFT_DIST` chooses another build than `.next`. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Every test has its own map and its own people.
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then is a defect, in the test or in Weft. CI runs on shared machines,
  // so it tries up to twice more, and says that it did.
  retries: process.env['CI'] === undefined ? 0 : 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    trace: process.env['WEFT_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    video: 'off',
    launchOptions: {
      ...(installed === undefined ? {} : { executablePath: installed }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run'],
    },
  },
})
