import type { Command } from './command'
import { changeLoopNote, type LoopInput } from './loopNotes'

/**
 * Puts a loop's badge on the map for everybody (true), keeps it off (false), or leaves it to the
 * rule again (null). While any loop is pinned, only pinned ones have a badge.
 *
 * @example
 * editor.run(pinLoop, { key: loop.key, pinned: true, number: loop.number })
 */
export const pinLoop: Command<LoopInput & { readonly pinned: boolean | null }> = (view, { pinned, ...loop }) =>
  changeLoopNote(view, loop, { pinned: pinned ?? undefined }, pinned === true ? 'pinned-loop' : 'unpinned-loop')
