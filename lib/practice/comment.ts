import * as z from 'zod/mini'
import { elementIdField, linkIdField } from '../model/fields'

/**
 * What a contribution does in a discussion (Kantor's four players): it sets a direction, supports one, corrects
 * one, or says what is seen from outside.
 */
export const dialogueMarks = ['move', 'follow', 'oppose', 'bystand'] as const
export type DialogueMark = (typeof dialogueMarks)[number]

const coordinate = z.number().check(z.gte(-1_000_000), z.lte(1_000_000))

/** What a thread is about. It is kept when that is deleted, so that the thread comes back to it with it. */
export const commentAnchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('element'), id: elementIdField }),
  z.object({ kind: z.literal('link'), id: linkIdField }),
  /** By its canonical key. */
  z.object({ kind: z.literal('loop'), key: z.string().check(z.minLength(1), z.maxLength(2_400)) }),
  /** On the board, in canvas units. */
  z.object({ kind: z.literal('place'), x: coordinate, y: coordinate }),
])
export type CommentAnchor = z.output<typeof commentAnchorSchema>

/** One word for what an anchor names: the same for all threads about one thing. */
export function anchorKey(anchor: CommentAnchor): string {
  switch (anchor.kind) {
    case 'element':
    case 'link':
      return `${anchor.kind} ${anchor.id}`
    case 'loop':
      return `loop ${anchor.key}`
    case 'place':
      return `place ${anchor.x} ${anchor.y}`
  }
}

/** The id or key by which the map knows what an anchor names; undefined for a place. */
export function anchorTarget(anchor: CommentAnchor): string | undefined {
  if (anchor.kind === 'place') return undefined
  return anchor.kind === 'loop' ? anchor.key : anchor.id
}
