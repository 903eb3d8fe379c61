import Papa from 'papaparse'
import type { Direction, VariableChange } from '../../../../lib/analysis/scenario'
import type { ElementId } from '../../../../lib/base/ids'
import type { ChartedScenario } from './ResultChart'

interface ResultScenario extends ChartedScenario {
  readonly clamps: ReadonlyMap<string, number>
}

interface ResultWords {
  /** What the scenarios are compared with. */
  readonly against: string
  readonly labelOf: (id: ElementId) => string
  readonly word: (key: 'variable' | 'before' | 'held' | 'value' | 'difference' | 'direction' | 'wish') => string
  readonly direction: (direction: Direction) => string
  readonly verdict: (verdict: NonNullable<VariableChange['verdict']>) => string
}

/**
 * Results as a table for a spreadsheet: a line for each variable, a group of columns for each
 * scenario. Numbers have six places. Text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function writeResults(scenarios: readonly ResultScenario[], words: ResultWords): string {
  const ids = new Set<ElementId>()
  for (const { comparison, clamps } of scenarios) {
    for (const { variable } of comparison.changes) ids.add(variable)
    for (const id of clamps.keys()) ids.add(id as ElementId)
  }
  const lines = [...ids]
    .map((id) => ({ id, label: words.labelOf(id) }))
    .filter(({ label }) => label !== '')
    .sort((a, b) => a.label.localeCompare(b.label))
    .map(({ id, label }) => [
      label,
      ...scenarios.flatMap(({ comparison, clamps }) => {
        const change = comparison.changes.find(({ variable }) => variable === id)
        const held = clamps.get(id)
        return change === undefined
          ? [held ?? '', '', held ?? '', '', '', '']
          : [
              '',
              round(change.before),
              round(change.after),
              round(change.difference),
              words.direction(change.direction),
              change.verdict === undefined ? '' : words.verdict(change.verdict),
            ]
      }),
    ])
  const head = [
    words.word('variable'),
    ...scenarios.flatMap(({ name }) =>
      (['held', 'before', 'value', 'difference', 'direction', 'wish'] as const).map((key) =>
        key === 'before' ? `${name}: ${words.against}` : `${name}: ${words.word(key)}`,
      ),
    ),
  ]
  return `${Papa.unparse([head, ...lines], { newline: '\r\n', escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
