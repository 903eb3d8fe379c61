import { limits } from '../base/limits'
import type { Command } from './command'
import { refuse } from './findRecords'
import { changeLoopNote, type LoopInput } from './loopNotes'

/**
 * Gives a loop its name and story, for everybody. What is left out stays; an empty text takes it
 * away, and with the last thing that is kept of a loop goes the record.
 *
 * @example
 * editor.run(nameLoop, { key: loop.key, name: 'Burnout spiral', number: loop.number })
 */
export const nameLoop: Command<
  LoopInput & { readonly name?: string | undefined; readonly note?: string | undefined }
> = (view, { name, note, ...loop }) => {
  const said = name?.trim()
  const told = note?.trim()
  if (said !== undefined && said.length > limits.label) return refuse('label-too-long', String(said.length))
  if (told !== undefined && told.length > limits.description) return refuse('label-too-long', String(told.length))
  const fields = {
    ...(said === undefined ? {} : { name: said === '' ? undefined : said }),
    ...(told === undefined ? {} : { note: told === '' ? undefined : told }),
  }
  return changeLoopNote(view, loop, fields, 'named-loop')
}
