import type { BlockPlan, TablePlace } from './plan'
import { noChoices, type PasteChoices } from './sheetColumns'
import type { Proposal } from './useWriting'

/** A sheet as it would be pasted, and as it would with other choices of what its columns are. */
export function proposeSheet(
  place: TablePlace,
  plan: (place: TablePlace) => {
    readonly plan: BlockPlan
    readonly byName: BlockPlan | undefined
    readonly other: 'place' | 'add'
  },
): Proposal {
  const again = (choices: PasteChoices): Proposal => {
    const { plan: one, byName, other } = plan({ ...place, choices })
    return { plan: one, ...(byName === undefined ? {} : { byName: { plan: byName, other } }), again }
  }
  return again(noChoices)
}
