import { analyseMap, type MapAnalysis } from '../lib/analysis/analyseMap'
import { defaultLoopBounds } from '../lib/analysis/loopSet'
import { readableFormats } from '../lib/formats/detect'
import { toLabel } from '../lib/model/label'
import { fromWeftMap } from '../lib/model/mapFile'
import { readInputs } from './files'
import { chooseOne, refuseForeignOptions, type Values } from './options'
import { describeReport } from './report'
import { UsageError, type Terminal } from './terminal'

/** Milliseconds for each phase of the search for loops: short ones, the independent set, the count. */
const phase = 30_000

/**
 * `weft analyse <in>`: the loops of a map and the measures of its causal links.
 * @throws UsageError with the sentence to show
 */
export async function analyse(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'analyse')
  if (names.length === 0) throw new UsageError('weft analyse needs a file to read: weft analyse <in> --json.')
  const { map, report } = await readInputs(names, chooseOne(values, 'from', readableFormats), terminal)
  const analysis = analyseMap(fromWeftMap(map), { ...defaultLoopBounds, maxListed: 10_000 }, () => {
    const end = performance.now() + phase
    return () => performance.now() > end
  })
  terminal.say(describeReport(report))
  await terminal.writeOutput(values.json === true ? `${JSON.stringify(analysis, null, 2)}\n` : inWords(analysis))
}

const mostLoops = 20

function inWords({ variables, links, loops, elements }: MapAnalysis): string {
  const counted = `${loops.complete ? '' : 'at least '}${loops.total} loops`
  const lines = [
    `${variables} variables, ${links} causal links, ${counted}: ${loops.reinforcing} reinforcing, ${loops.balancing} balancing, ${loops.undetermined} undetermined.`,
    ...loops.list.slice(0, mostLoops).map(({ tag, name, delayed, variables: way }) => {
      const said = name === undefined ? '' : ` “${toLabel(name)}”`
      return `  ${tag.padEnd(5)}${said} ${way.map(toLabel).join(' → ')}${delayed ? ' (delayed)' : ''}`
    }),
    ...(loops.list.length > mostLoops ? [`  … and ${loops.list.length - mostLoops} more with --json.`] : []),
    ...(elements.length === 0 ? [] : ['Most loops pass through:']),
    ...[...elements]
      .sort((a, b) => b.loops - a.loops)
      .slice(0, 5)
      .filter((element) => element.loops > 0)
      .map(({ label, loops: count }) => `  ${String(count).padStart(5)}  ${toLabel(label)}`),
  ]
  return `${lines.join('\n')}\n`
}
