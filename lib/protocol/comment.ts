import * as z from 'zod/mini'
import { isId } from '../base/ids'
import { limits } from '../base/limits'
import { commentAnchorSchema, dialogueMarks } from '../practice/comment'

const idField = z.string().check(z.refine(isId, 'must be 1 to 64 letters, digits, _ or -'))
const textField = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.comment))
const markField = z.enum(dialogueMarks)
const mentionsField = z.array(idField).check(z.maxLength(limits.mentions))

/** Somebody under the name that they had when they wrote, or were spoken to. */
const writerSchema = z.object({ id: z.string(), name: z.string() })

export const commentSchema = z.object({
  id: z.string(),
  thread: z.string(),
  /** Rises within a map: of two comments the later one has the higher number. */
  number: z.int(),
  by: z.object({ ...writerSchema.shape, colour: z.int() }),
  /** Empty once the comment was deleted. */
  text: z.string(),
  /** A word of a newer server is none to us. */
  // oxlint-disable-next-line promise/valid-params -- Zod's, no promise's
  mark: z.catch(z.optional(markField), undefined),
  mentions: z.array(writerSchema),
  /** Milliseconds since the Unix epoch, by the server's clock. */
  at: z.int(),
  editedAt: z.optional(z.int()),
  /** Its words are gone; it stands where others answered it. */
  deleted: z.optional(z.boolean()),
})
export type Comment = z.output<typeof commentSchema>

const headShape = {
  id: z.string(),
  anchor: commentAnchorSchema,
  /** What it is about was called this when somebody last wrote while it was on the map; empty for a place. */
  label: z.string(),
  createdAt: z.int(),
  by: writerSchema,
  resolved: z.optional(z.object({ at: z.int(), by: z.string() })),
} as const

/** A thread without its comments. */
export const threadHeadSchema = z.object(headShape)
export type ThreadHead = z.output<typeof threadHeadSchema>

export const threadSchema = z.object({
  ...headShape,
  /** Oldest first. */
  comments: z.array(commentSchema),
  /** Number up to which the caller has read it; 0: nothing of it. */
  read: z.int(),
})

/** `GET /api/maps/:id/comments`: oldest thread first. */
export const listCommentsAnswerSchema = z.object({ threads: z.array(threadSchema) })

const wordsShape = {
  /** Chosen by the caller, so that what is sent twice is there once. */
  id: z.optional(idField),
  text: textField,
  mark: z.optional(markField),
  /** Ids of people who have joined the map. */
  mentions: z.optional(mentionsField),
} as const

/** `POST /api/maps/:id/comments`: begins a thread. */
export const beginThreadRequestSchema = z.object({ ...wordsShape, anchor: commentAnchorSchema })
export type BeginThreadRequest = z.output<typeof beginThreadRequestSchema>

/** `POST /api/maps/:id/comments/:thread`: answers in a thread. */
export const replyRequestSchema = z.object(wordsShape)
export type ReplyRequest = z.output<typeof replyRequestSchema>

/** A comment as it is stored, with the thread that it stands in. */
export const commentAnswerSchema = z.object({ thread: threadHeadSchema, comment: commentSchema })
export type CommentAnswer = z.output<typeof commentAnswerSchema>

/** `PATCH /api/maps/:id/comments/:thread`. */
export const resolveRequestSchema = z.object({ resolved: z.boolean() })

/** `PATCH /api/maps/:id/comments/:thread/:comment`: what is named is changed. */
export const changeCommentRequestSchema = z.object({
  text: z.optional(textField),
  mentions: z.optional(mentionsField),
  /** Null takes it off. */
  mark: z.optional(z.nullable(markField)),
})
export type CommentChanges = z.output<typeof changeCommentRequestSchema>

/** `PUT /api/maps/:id/read`: thread → number of the newest comment that one has read of it. */
export const readRequestSchema = z.object({ threads: z.record(idField, z.int().check(z.gte(0))) })

/** `GET /api/maps/:id/comments/people`: who can be spoken to by name. */
export const mentionableAnswerSchema = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), colour: z.int() })),
})
export type Mentionable = z.output<typeof mentionableAnswerSchema>['people'][number]
