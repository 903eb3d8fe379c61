import { loopNoteSchema } from '../model/loopNote'
import type { Command } from './command'
import { checkFields } from './fieldChanges'
import { changeLoopNote, type LoopInput } from './loopNotes'

/**
 * Moves a loop's badge for everybody. It keeps its distance from the middle of the loop's variables,
 * so it goes along when they move. Null puts it back to where it finds room by itself.
 *
 * @param input.offset from the middle of the loop's variables to the middle of the badge, canvas units
 */
export const moveLoopBadge: Command<
  LoopInput & { readonly offset: { readonly x: number; readonly y: number } | null }
> = (view, { offset, ...loop }) => {
  const round = (value: number): number => Math.round(value * 10) / 10
  const at = offset === null ? null : [round(offset.x), round(offset.y)]
  const fields = checkFields(loopNoteSchema.shape, { at })
  return fields.ok ? changeLoopNote(view, loop, fields.value, 'moved-badge') : fields
}
