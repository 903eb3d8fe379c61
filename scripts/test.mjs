// Runs everything that must hold before a change lands, in the order that fails soonest, and ends
// with one line of totals. `node scripts/test.mjs unit e2e` runs only the named steps.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findChromium } from './findChromium.mjs'

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'weft-test-'))
const unitReport = path.join(reports, 'unit.json')
const browserReport = path.join(reports, 'browser.json')
const bin = (name) => path.join('node_modules', '.bin', name)
const totals = { passed: 0, failed: 0, skipped: 0 }
/** What is to be read first when a run fails: it is printed last. */
const findings = []

const steps = [
  { name: 'format', run: () => runTool(bin('prettier'), ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => runTool(bin('oxlint'), ['--type-aware', '--deny-warnings', '--quiet']) },
  { name: 'texts', run: () => runTool(process.execPath, ['scripts/checkTexts.mjs']) },
  {
    name: 'layers',
    run: () =>
      runTool(bin('depcruise'), ['app', 'components', 'lib', 'server', 'cli', '--config', '.dependency-cruiser.cjs']),
  },
  { name: 'unused', run: () => runTool(bin('knip'), ['--no-progress', '--no-config-hints']) },
  { name: 'types', run: () => runTool(bin('tsc'), ['--noEmit']) },
  { name: 'unit', run: runUnit },
  { name: 'e2e', run: runBrowser },
]

function spawn(program, args, env = {}) {
  return spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** A check that is one thing: it counts as one test. */
function runTool(program, args) {
  const ok = spawn(program, args)
  totals[ok ? 'passed' : 'failed'] += 1
  if (!ok) findings.push(`FAILED  ${path.basename(args[0]?.startsWith('scripts/') ? args[0] : program)}: see above`)
  return ok
}

function runUnit() {
  const ok = spawn(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`])
  const report = readReport(unitReport)
  totals.passed += report?.numPassedTests ?? 0
  totals.skipped += report?.numPendingTests ?? 0
  totals.failed += report?.numFailedTests ?? 0
  for (const file of report?.testResults ?? []) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed) note('FAILED', file.name, test.fullName, test.failureMessages[0])
    if (file.status === 'failed' && failed.length === 0) note('FAILED', file.name, 'the file itself', file.message)
  }
  if (!ok && !report?.numFailedTests) totals.failed += 1
  return ok
}

async function runBrowser() {
  const { path: chromium, problem } = await findChromium()
  if (!chromium) {
    process.stderr.write(`${problem}\n`)
    totals.failed += 1
    return false
  }
  const ok = spawn(bin('playwright'), ['test', '--reporter=line,json'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  })
  const report = readReport(browserReport)
  const stats = report?.stats
  for (const { file, title, spec } of specsOf(report?.suites ?? [])) {
    const results = spec.tests.flatMap((test) => test.results)
    const message = results.map((result) => result.error?.message).find((text) => text !== undefined)
    if (!spec.ok) note('FAILED', file, title, message)
    else if (message !== undefined) note('passed at the second try', file, title, message)
  }
  totals.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  totals.skipped += stats?.skipped ?? 0
  totals.failed += stats?.unexpected ?? 0
  if (!ok && !stats?.unexpected) totals.failed += 1
  return ok
}

/** Every test of a browser report, with the names of the groups it stands in. */
function* specsOf(suites, title = '') {
  for (const suite of suites) {
    const group = suite.title === suite.file ? title : `${title}${suite.title} › `
    for (const spec of suite.specs ?? []) yield { file: suite.file, title: group + spec.title, spec }
    yield* specsOf(suite.suites ?? [], group)
  }
}

function note(verdict, file, title, message = '') {
  const lines = stripVTControlCharacters(message).trim().split('\n').slice(0, 12)
  findings.push([`${verdict}  ${path.relative('.', file)}: ${title}`, ...lines.map((line) => `    ${line}`)].join('\n'))
}

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  process.stderr.write(`Unknown step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.\n`)
  process.exit(2)
}

const lines = []
for (const step of steps) {
  if (wanted.length > 0 && !wanted.includes(step.name)) continue
  process.stdout.write(`\n── ${step.name}\n`)
  const started = Date.now()
  const ok = await step.run()
  lines.push(`${ok ? 'ok    ' : 'FAILED'}  ${step.name}  ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
fs.rmSync(reports, { recursive: true, force: true })
if (findings.length > 0) process.stdout.write(`\n${findings.join('\n')}\n`)
process.stdout.write(`\n${lines.join('\n')}\n`)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
process.exit(totals.failed > 0 ? 1 : 0)
