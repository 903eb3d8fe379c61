import type { MapAnalysis } from '../lib/analysis/analyseMap'
import { toLabel } from '../lib/model/label'
import { sectorWord } from './sectorWord'

type Holds = NonNullable<MapAnalysis['holds']>

const most = 5

/** Where people and variables of a map meet, in words, a line each. */
export function describeHolds({ unheld, several, exposed, loops }: Holds): readonly string[] {
  const hands = (list: Holds['several']): readonly string[] =>
    list.slice(0, most).map(({ stakeholder, variables }) => `  ${toLabel(stakeholder)}: ${names(variables)}`)
  const lacking = loops.filter(({ missingSectors }) => missingSectors.length > 0)
  const bearing = loops.filter(({ affectedSectors }) => affectedSectors.length > 0)
  return [
    unheld.length === 0 ? 'Somebody can move or decides everything.' : `Nobody can move or decides: ${names(unheld)}.`,
    ...(several.length === 0 ? [] : ['With a hand on several:', ...hands(several)]),
    ...(exposed.length === 0 ? [] : ['Affected by what they have no hand on:', ...hands(exposed)]),
    ...(lacking.length === 0 ? [] : ['Sectors without a hold in a loop:']),
    ...lacking
      .slice(0, most)
      .map(({ tag, missingSectors }) => `  ${tag.padEnd(5)} ${names(missingSectors.map(sectorWord))}`),
    ...(lacking.length > most ? [`  … and ${lacking.length - most} more with --json.`] : []),
    ...(bearing.length === 0 ? [] : ['Sectors that a loop affects, without a hand in it:']),
    ...bearing
      .slice(0, most)
      .map(({ tag, affectedSectors }) => `  ${tag.padEnd(5)} ${names(affectedSectors.map(sectorWord))}`),
    ...(bearing.length > most ? [`  … and ${bearing.length - most} more with --json.`] : []),
  ]
}

function names(labels: readonly string[]): string {
  const shown = labels.slice(0, most).map(toLabel).join(', ')
  return labels.length > most ? `${shown} and ${labels.length - most} more` : shown
}
