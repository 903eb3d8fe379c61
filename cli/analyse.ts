import { analyseMap, type MapAnalysis } from '../lib/analysis/analyseMap'
import { loopPatience } from '../lib/analysis/loopSet'
import { dayOf } from '../lib/analysis/overdue'
import { toLabel } from '../lib/model/label'
import { fromWeftMap } from '../lib/model/mapFile'
import { describeHolds } from './describeHolds'
import { describeTies } from './describeTies'
import { readInputs } from './files'
import { refuseForeignOptions, type Values } from './options'
import { describeReport } from './report'
import { UsageError, type Terminal } from './terminal'

/**
 * `weft analyse <in>`: the loops of a map, and the measures of its causal links and ties.
 * @throws UsageError with the sentence to show
 */
export async function analyse(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'analyse')
  if (names.length === 0) throw new UsageError('weft analyse needs a file to read: weft analyse <in> --json.')
  const { map, report } = await readInputs(names, values, terminal)
  const patience = () => {
    const end = performance.now() + loopPatience
    return () => performance.now() > end
  }
  const analysis = analyseMap(fromWeftMap(map), patience, dayOf(new Date()))
  terminal.say(describeReport(report))
  await terminal.writeOutput(values.json === true ? `${JSON.stringify(analysis, null, 2)}\n` : inWords(analysis))
}

const mostLoops = 20

function inWords({ variables, links, loops, network, elements: all, holds }: MapAnalysis): string {
  const elements = all.filter((element) => element.kind !== 'stakeholder')
  const actors = all.filter((element) => element.kind === 'stakeholder')
  const lines = [
    // A map of people alone has no loops to speak of.
    ...(variables === 0 && actors.length > 0
      ? []
      : [`${variables} variables, ${links} causal links, ${describeCount(loops)}`]),
    ...loops.list.slice(0, mostLoops).map(({ tag, name, delayed, variables: way }) => {
      const said = name === undefined ? '' : ` “${toLabel(name)}”`
      return `  ${tag.padEnd(5)}${said} ${way.map(toLabel).join(' → ')}${delayed ? ' (delayed)' : ''}`
    }),
    ...(loops.list.length > mostLoops ? [`  … and ${loops.list.length - mostLoops} more with --json.`] : []),
    ...(loops.decisive === null ? [] : [describeDecisive(loops.decisive)]),
    ...(elements.every((element) => element.loops === 0)
      ? []
      : [loops.complete ? 'Most loops pass through:' : 'Most of the listed loops pass through:']),
    ...[...elements]
      .sort((a, b) => b.loops - a.loops)
      .slice(0, 5)
      .filter((element) => element.loops > 0)
      .map(({ label, loops: count }) => `  ${String(count).padStart(5)}  ${toLabel(label)}`),
    ...(network.of === 'ties' ? describeTies(network, actors) : []),
    ...(holds === undefined ? [] : describeHolds(holds)),
  ]
  return `${lines.join('\n')}\n`
}

/** How many loops there are; of which kinds only where they were all counted. */
function describeCount({ total, countComplete, complete, listed, listedUpTo, list, ...counted }: Loops): string {
  const whole = countComplete ? `${total} ${total === 1 ? 'loop' : 'loops'}` : `at least ${total} loops`
  if (complete) return `${whole}: ${describeKinds(counted)}.`
  const which = listedUpTo > 0 ? `every loop of up to ${listedUpTo} links, and more` : 'some of them'
  const kinds = countComplete ? `: ${describeKinds(counted)}` : '; counting stopped there'
  return `${whole}${kinds}.\nListed are ${list.length}, ${which}: ${describeKinds(listed)}.`
}

type Loops = MapAnalysis['loops']

function describeKinds({ reinforcing, balancing, undetermined }: Loops['listed']): string {
  return `${reinforcing} reinforcing, ${balancing} balancing, ${undetermined} undetermined`
}

function describeDecisive({ from, to, loops, against }: NonNullable<Loops['decisive']>): string {
  const what =
    loops === 1 ? 'the one undetermined loop that it is part of' : `${loops} of the undetermined loops listed`
  const arc = `“${toLabel(from)}” → “${toLabel(to)}”`
  return against === undefined
    ? `The sign of ${arc} would decide most: ${what}.`
    : `Two links ${arc} have opposite signs. Which of them is right would decide most: ${what}.`
}
