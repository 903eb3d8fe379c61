import type { ElementId } from '../lib/base/ids'
import { toCausalGraph, type CausalGraph } from '../lib/analysis/causalGraph'
import {
  plainFuzzySettings,
  valueRange,
  type FuzzyProblem,
  type FuzzyRun,
  type FuzzySettings,
} from '../lib/analysis/fuzzyMap'
import { findLambdaBounds } from '../lib/analysis/lambdaBounds'
import { compareWithSteady, type ScenarioComparison } from '../lib/analysis/scenario'
import { findSettlingLambda, roundLambda } from '../lib/analysis/settlingLambda'
import { weighArcs } from '../lib/analysis/weights'
import { toLabel } from '../lib/model/label'
import { fromWeftMap } from '../lib/model/mapFile'
import { transfers, updateRules } from '../lib/model/scenario'
import { readInputs } from './files'
import { chooseNumber, chooseOne, readNumber, refuseForeignOptions, type Values } from './options'
import { describeReport } from './report'
import { UsageError, type Terminal } from './terminal'

/**
 * `weft simulate <in> --clamp "Label=1"`: what changes on a map when some variables are held,
 * compared with the map left alone.
 * @throws UsageError with the sentence to show
 */
export async function simulate(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'simulate')
  if (names.length === 0) {
    throw new UsageError('weft simulate needs a file to read: weft simulate <in> --clamp "Label=1" --json.')
  }
  const settings = chooseSettings(values)
  const { map, report } = await readInputs(names, values, terminal)
  const graph = toCausalGraph(fromWeftMap(map))
  if (graph.variables.length === 0) throw new UsageError('The map has no variables, so there is nothing to simulate.')
  const clamps = readClamps(graph, values.clamp, settings)
  const compared = compareWithSteady(graph, { clamps }, settings)
  if (!compared.ok) throw new UsageError(explain(compared.reason))
  terminal.say(describeReport(report))
  const answer = describe(graph, clamps, compared.value)
  await terminal.writeOutput(values.json === true ? `${JSON.stringify(answer, null, 2)}\n` : inWords(answer))
}

function chooseSettings(values: Values): FuzzySettings {
  const plain = plainFuzzySettings
  const settings = {
    ...plain,
    rule: chooseOne(values, 'rule', updateRules) ?? plain.rule,
    transfer: chooseOne(values, 'transfer', transfers) ?? plain.transfer,
    lambda: chooseNumber(values, 'lambda', { lowest: 0.01, highest: 100 }) ?? plain.lambda,
    unstatedStrength: chooseNumber(values, 'strength', { lowest: 0, highest: 1 }) ?? plain.unstatedStrength,
  }
  if (settings.rule === 'rescaled' && settings.transfer !== 'sigmoid') {
    throw new UsageError(explain({ code: 'rescaled-needs-sigmoid' }))
  }
  return settings
}

function readClamps(
  graph: CausalGraph,
  said: Values['clamp'],
  { transfer }: FuzzySettings,
): ReadonlyMap<ElementId, number> {
  const clamps = new Map<ElementId, number>()
  const { lowest, highest } = valueRange(transfer)
  for (const text of Array.isArray(said) ? said : []) {
    // The last one: a label may hold an equals sign, a number never does.
    const split = text.lastIndexOf('=')
    const value = split < 0 ? undefined : readNumber(text.slice(split + 1))
    if (value === undefined) {
      throw new UsageError(`--clamp “${text}” does not work. Write "Label=value", with a number for the value.`)
    }
    const variable = findVariable(graph, text.slice(0, split))
    if (value < lowest || value > highest) {
      throw new UsageError(`--clamp “${text}” does not work: with ${transfer}, values go from ${lowest} to ${highest}.`)
    }
    if (clamps.has(variable)) throw new UsageError(`“${text.slice(0, split).trim()}” is clamped twice. Say it once.`)
    clamps.set(variable, value)
  }
  return clamps
}

function findVariable(graph: CausalGraph, said: string): ElementId {
  const wanted = toLabel(said)
  const thatRead = (isSame: (label: string) => boolean) =>
    graph.variables.filter((_, at) => isSame(toLabel(graph.labels[at] ?? '')))
  const named =
    [
      thatRead((label) => label === wanted),
      graph.variables.filter((id) => id === wanted),
      // Last, so that two names that differ in case alone can be told apart.
      thatRead((label) => label.toLowerCase() === wanted.toLowerCase()),
    ].find((ids) => ids.length > 0) ?? []
  const [found, ...others] = named
  if (found === undefined) {
    const near = graph.labels.filter((label) => toLabel(label).toLowerCase().includes(wanted.toLowerCase()))
    const hint = near.slice(0, 5).map((label) => `“${toLabel(label)}”`)
    throw new UsageError(
      `There is no variable “${wanted}” on the map.${hint.length > 0 && wanted !== '' ? ` There is ${hint.join(', ')}.` : ''}`,
    )
  }
  if (others.length > 0) {
    throw new UsageError(
      `${named.length} variables are called “${wanted}”. Say which one by its id: ${named.join(', ')}.`,
    )
  }
  return found
}

function explain(problem: FuzzyProblem): string {
  switch (problem.code) {
    case 'rescaled-needs-sigmoid':
      return '--rule rescaled needs values from 0 to 1. Add --transfer sigmoid.'
    case 'out-of-range':
      return `The value ${problem.value} is out of range for this transfer.`
    case 'bad-setting':
      return `${problem.setting} ${String(problem.value)} does not work.`
  }
}

/** What is printed: names and numbers only, rounded to six places. */
function describe(graph: CausalGraph, clamps: ReadonlyMap<ElementId, number>, comparison: ScenarioComparison) {
  const { before, after, changes, threshold, settled } = comparison
  const { settings } = after
  const labels = new Map(graph.variables.map((id, at) => [id, graph.labels[at] ?? '']))
  const label = (id: ElementId): string => labels.get(id) ?? ''
  const steepness = steepnessOf(graph, settings)
  return {
    settings,
    clamps: [...clamps].map(([id, value]) => ({ id, label: label(id), value })),
    steady: describeRun(before),
    scenario: describeRun(after),
    /** False: a run did not come to rest, so that differences are rough. */
    settled,
    threshold,
    variables: changes.map((change) => ({
      id: change.variable,
      label: label(change.variable),
      steady: round(change.before),
      scenario: round(change.after),
      difference: round(change.difference),
      direction: change.direction,
    })),
    unknownSigns: [...after.unknown].map((arc) => ({
      from: graph.labels[graph.from[arc] as number] ?? '',
      to: graph.labels[graph.to[arc] as number] ?? '',
    })),
    unstatedStrengths: after.assumed.length,
    ...steepness,
  }
}

/** Which steepnesses settle, and the one that the page begins a scenario with; nothing where steepness does not count. */
function steepnessOf(graph: CausalGraph, { rule, transfer, unstatedStrength }: FuzzySettings) {
  if (transfer !== 'sigmoid' && transfer !== 'tanh') return {}
  const { weight } = weighArcs(graph, unstatedStrength)
  const settling = findSettlingLambda(graph, weight, { rule, transfer })
  return {
    lambdaBounds: { ...findLambdaBounds(graph, weight, { rule, transfer }), settling },
    settlingLambda: roundLambda(settling),
  }
}

function describeRun({ outcome, steps, change }: FuzzyRun) {
  const { kind } = outcome
  return {
    outcome: kind,
    ...(kind === 'cycle' ? { period: outcome.period } : {}),
    ...(kind === 'fixed' ? { remaining: round(outcome.remaining) } : {}),
    steps,
    lastChange: round(change),
  }
}

function round(value: number): number {
  // Adding 0 turns a negative zero into a plain one.
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 + 0 : value
}

/** Variables that hardly change and are still named one by one. */
const mostStill = 8

function signed(difference: number): string {
  const text = Math.abs(difference).toFixed(2)
  return text === '0.00' ? text : `${difference > 0 ? '+' : '-'}${text}`
}

/** What did not come to rest, and what would help. */
function unrestInWords({
  settings,
  steady,
  scenario,
  settled,
  lambdaBounds,
  settlingLambda,
}: ReturnType<typeof describe>): readonly string[] {
  const unrest = ({ outcome, period, steps }: typeof steady, whose: string): string | undefined => {
    if (outcome === 'fixed') return undefined
    return outcome === 'cycle'
      ? `${whose} does not come to rest: the same values come back every ${period} steps`
      : `${whose} did not come to rest in ${steps} steps`
  }
  const told = [unrest(scenario, 'The run'), unrest(steady, 'The map left alone')].filter((text) => text !== undefined)
  if (!settled && told.length === 0) told.push('Values came to rest slowly and might have gone on')
  const isSteep = lambdaBounds !== undefined && settings.lambda >= lambdaBounds.settling
  return [
    ...told.map((text) => `${text}; differences are rough.`),
    ...(isSteep
      ? [
          `Loops are so strong that a run may depend on where it starts. Every run settles with --lambda ${settlingLambda}.`,
        ]
      : []),
  ]
}

function inWords(answer: ReturnType<typeof describe>): string {
  const { clamps, variables, settings, unknownSigns } = answer
  const held = clamps.map(({ label, value }) => `“${toLabel(label)}” held at ${value}`)
  const arrows = { rises: 'rises', falls: 'falls', 'hardly-changes': 'hardly changes' }
  // What is nothing in the figures shown is not said to rise or fall.
  const told = variables.map((variable) =>
    signed(variable.difference) === '0.00' ? { ...variable, direction: 'hardly-changes' as const } : variable,
  )
  const [moved, still] = [
    told.filter(({ direction }) => direction !== 'hardly-changes'),
    told.filter(({ direction }) => direction === 'hardly-changes'),
  ]
  // Many that stay where they are would bury the few that move.
  const listed = still.length > mostStill ? moved : told
  const lines = [
    `${held.length === 0 ? 'Nothing held' : held.join(', ')}; ${settings.rule}, ${settings.transfer}, lambda ${settings.lambda}.`,
    ...listed.map(
      ({ label, direction, difference }) =>
        `  ${arrows[direction].padEnd(14)}  ${signed(difference).padStart(6)}  ${toLabel(label)}`,
    ),
  ]
  if (listed !== told) lines.push(`  hardly change   ${still.length} others (--json lists them)`)
  lines.push(...unrestInWords(answer))
  if (unknownSigns.length > 0) {
    const count = unknownSigns.length
    lines.push(
      count === 1 ? 'One link has no sign and was left out.' : `${count} links have no sign and were left out.`,
    )
  }
  return `${lines.join('\n')}\n`
}
