// Finds a Chromium for the tests in a real browser, or brings Playwright's own; says what to
// install where neither works.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/homebrew/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const advice = [
  'No Chromium was found, and Playwright could not bring one.',
  'Install one and run the tests again:',
  '  Debian, Ubuntu:  sudo apt-get install chromium',
  '  macOS:           brew install --cask chromium',
  'or name one you have:  CHROMIUM_PATH=/path/to/chromium npm test',
].join('\n')

/** @returns {Promise<{path?: string, problem?: string}>} path of an executable, or what to do */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH && !fs.existsSync(process.env.CHROMIUM_PATH)) {
    return { problem: `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.` }
  }
  const found = places.find((place) => place && fs.existsSync(place))
  if (found) return { path: found }
  const { chromium } = await import('@playwright/test')
  const own = () => {
    const place = chromium.executablePath()
    return place && fs.existsSync(place) ? place : undefined
  }
  if (own()) return { path: own() }
  process.stderr.write('No Chromium found; asking Playwright to bring its own …\n')
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 5 * 60 * 1000,
  })
  return own() ? { path: own() } : { problem: advice }
}
