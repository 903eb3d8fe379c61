import path from 'node:path'
import { describeComparison, type ComparisonOfMaps, type NamedMap } from '../lib/analysis/learning/describeComparison'
import { loopPatience } from '../lib/analysis/loopSet'
import { toLabel } from '../lib/model/label'
import { fromWeftMap } from '../lib/model/mapFile'
import { createChangeSayer } from '../server/report/sayChanges'
import { readInputs } from './files'
import { refuseForeignOptions, type Values } from './options'
import { describeReport } from './report'
import { UsageError, type Terminal } from './terminal'

/**
 * `weft compare <a> <b> [more…]`: what is different between two maps and how far they are from each other, or what
 * several maps of one question agree on. Each file is a map of its own.
 * @throws UsageError with the sentence to show
 */
export async function compare(names: readonly string[], values: Values, terminal: Terminal): Promise<void> {
  refuseForeignOptions(values, 'compare')
  const maps: NamedMap[] = []
  for (const name of names) {
    const { map, report } = await readInputs([name], values, terminal)
    terminal.say(`${name}: ${describeReport(report)}`)
    maps.push({ name: path.basename(name), view: fromWeftMap(map) })
  }
  const [first, second, ...others] = maps
  if (first === undefined || second === undefined) {
    throw new UsageError('weft compare needs two files or more: weft compare <a> <b> [more…].')
  }
  const compared = describeComparison([first, second, ...others], {
    say: createChangeSayer(),
    startTimer: () => {
      const end = performance.now() + loopPatience
      return () => performance.now() > end
    },
  })
  await terminal.writeOutput(values.json === true ? `${JSON.stringify(compared, null, 2)}\n` : inWords(compared))
}

/** Changes of one kind, measures, links and loops that are said; of more, how many. */
const mostSaid = 20

function inWords(compared: ComparisonOfMaps): string {
  const lines = [
    ...compared.pairs.flatMap((pair) => describePair(pair, compared.maps)),
    ...describeLoops(compared),
    ...describeChanges(compared),
    ...describeMoves(compared.measures?.moves ?? []),
    ...(compared.agreement === undefined ? [] : describeAgreement(compared.agreement, compared.maps.length)),
  ]
  return `${lines.join('\n')}\n`
}

function describePair(pair: ComparisonOfMaps['pairs'][number], maps: ComparisonOfMaps['maps']): readonly string[] {
  const { first, second, elements, links, signs, distanceRatio, elementDistanceRatio, mentalModeler, matchedBy } = pair
  const of = ({ shared, onlyFirst, onlySecond }: typeof elements): string =>
    `${shared} of ${shared + onlyFirst + onlySecond}`
  const both = signs.same + signs.opposite + signs.open
  return [
    `${maps[first]?.name ?? ''} and ${maps[second]?.name ?? ''} (matched by ${matchedBy}):`,
    `  in both: ${of(elements)} elements, ${of(links)} links`,
    ...(both === 0
      ? []
      : [
          `  of ${both} shared causal links: ${signs.same} same sign, ${signs.opposite} opposite, ${signs.open} unsaid`,
        ]),
    `  distance ratio ${roundOr(distanceRatio)}, element distance ratio ${roundOr(elementDistanceRatio)} (delays count), Mental Modeler score ${mentalModeler.score}`,
  ]
}

function roundOr(ratio: number | null): string {
  return ratio === null ? 'not defined' : round(ratio)
}

function describeLoops({ loopDistance: loops }: ComparisonOfMaps): readonly string[] {
  if (loops === undefined || loops.matched + loops.onlyFirst + loops.onlySecond === 0) return []
  const counts = `${loops.matched} matched, ${loops.onlyFirst} only in the first, ${loops.onlySecond} only in the second`
  const some = loops.complete ? '' : ', of the shortest and the independent ones'
  return [`  model distance ratio ${round(loops.modelDistanceRatio)} by loops: ${counts}${some}`]
}

function describeChanges({ changes, loopsComplete = true }: ComparisonOfMaps): readonly string[] {
  if (changes === undefined) return []
  if (changes.length === 0) return ['Nothing else is different.']
  const groups = ['map', 'elements', 'links', 'loops'] as const
  return [
    'What is different:',
    ...groups.flatMap((group) =>
      cut(changes.filter(({ of }) => of === group).map(({ sentence }) => `  ${toLabel(sentence)}`)),
    ),
    ...(loopsComplete ? [] : ['  There are too many loops to compare them all.']),
  ]
}

const measureWords = { links: 'links', reach: 'others within reach', between: 'share of shortest ways between others' }

function describeMoves(moves: NonNullable<ComparisonOfMaps['measures']>['moves']): readonly string[] {
  if (moves.length === 0) return []
  const lines = moves.map(({ label, measure, before, after }) => {
    return `  “${toLabel(label)}” ${measureWords[measure]}: ${round(before)} → ${round(after)}`
  })
  return ['Measures that moved, the largest change first:', ...cut(lines)]
}

const standingWords = {
  core: 'Shared core (in more than half of the maps)',
  contested: 'Contested (with opposite signs)',
  some: 'Shared by some',
  unique: 'In one map alone',
} as const

function describeAgreement(
  { elements, links, fleissKappa, linksCompared, loopsOfNobodyAlone, loopsComplete }: Agreement,
  count: number,
): readonly string[] {
  const kappa =
    fleissKappa === null
      ? `Fleiss’ kappa is not defined for these ${count} maps.`
      : `Fleiss’ kappa over plus, minus and no link: ${round(fleissKappa)}, of ${linksCompared} links.`
  const groups = (['core', 'contested', 'some', 'unique'] as const).flatMap((standing) => {
    const lines = [
      ...elements
        .filter((one) => one.standing === standing)
        .map((one) => `  ${one.maps.length}  ${toLabel(one.label)}`),
      ...links.filter((one) => one.standing === standing).map((one) => `  ${describeLink(one)}`),
    ]
    return lines.length === 0 ? [] : [`${standingWords[standing]}: ${lines.length}`, ...cut(lines)]
  })
  const loops = loopsOfNobodyAlone.map(({ kind, variables }) => `  ${kind}: ${variables.map(toLabel).join(' → ')}`)
  return [
    kappa,
    ...groups,
    `Loops that nobody drew alone: ${loopsComplete ? '' : 'at least '}${loops.length}`,
    ...cut(loops),
  ]
}

type Agreement = NonNullable<ComparisonOfMaps['agreement']>

function describeLink({ from, to, maps, able, plus, minus, open }: Agreement['links'][number]): string {
  const signs = [
    [plus, '+'],
    [minus, '−'],
    [open, '?'],
  ].flatMap(([count, sign]) => (count === 0 ? [] : [`${String(count)} ${String(sign)}`]))
  const said = signs.length === 0 ? '' : `; ${signs.join(', ')}`
  return `${maps.length}  ${toLabel(from)} → ${toLabel(to)} (${able} could have it${said})`
}

function cut(lines: readonly string[]): readonly string[] {
  return lines.length <= mostSaid
    ? lines
    : [...lines.slice(0, mostSaid), `  … and ${lines.length - mostSaid} more with --json.`]
}

function round(number: number): string {
  return String(Math.round(number * 1000) / 1000)
}
