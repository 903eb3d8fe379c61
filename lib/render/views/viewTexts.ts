import type { Quadrant } from '../../model/powerInterest'

/** The views of stakeholders that can be drawn as pictures. */
export const picturedViews = ['grid', 'rings', 'columns', 'matrix'] as const
export type PicturedView = (typeof picturedViews)[number]

/** The words that pictures of views say, so that they can be translated. */
export interface ViewTexts {
  readonly names: Readonly<Record<PicturedView, string>>
  readonly describe: (view: PicturedView, stakeholders: number, ties: number) => string
  readonly power: string
  readonly interest: string
  readonly low: string
  readonly high: string
  readonly quadrants: Readonly<Record<Quadrant, string>>
  /** A quadrant's name with how many stand in it, where they have no names. */
  readonly quadrant: (name: string, count: number) => string
  /** Of the rings from within, where the map does not name them. */
  readonly rings: readonly [string, string, string, string]
  readonly noSector: string
  /** Under the name of a sector. */
  readonly nobody: string
  readonly alone: string
  readonly ties: (outside: number, within: number) => string
  /** In the corner of the matrix. */
  readonly corner: string
  readonly plainTie: string
  /** Before the names of those that have no place in the view. */
  readonly waiting: (count: number) => string
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const englishViewTexts: ViewTexts = {
  names: { grid: 'Power and interest', rings: 'Rings', columns: 'Columns by sector', matrix: 'Matrix of ties' },
  describe: (view, stakeholders, ties) =>
    `${englishViewTexts.names[view]}: ${plural(stakeholders, 'stakeholder', 'stakeholders')}, ${plural(ties, 'tie', 'ties')}.`,
  power: 'Power',
  interest: 'Interest',
  low: 'low',
  high: 'high',
  quadrants: {
    satisfy: 'Keep satisfied',
    manage: 'Manage closely',
    monitor: 'Monitor',
    inform: 'Keep informed',
  },
  quadrant: (name, count) => `${name} · ${count}`,
  rings: ['Core', 'Directly involved', 'Affected', 'Context'],
  noSector: 'No sector',
  nobody: 'Nobody yet',
  alone: 'No tie to other sectors',
  ties: (outside, within) => `${plural(outside, 'tie', 'ties')} to others, ${within} within`,
  corner: 'From rows to columns',
  plainTie: 'Tie',
  waiting: (count) => `Not placed yet (${count}):`,
}
