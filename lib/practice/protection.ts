import * as z from 'zod/mini'

/** The most elements and links that may be locked on one map: everyone there is told of all of them at once. */
export const mostProtected = 5_000

const ids = z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(mostProtected))

/**
 * What those who run a meeting keep others from, on one map. The server's alone: never in the document, where whoever
 * may edit could take it away.
 */
export const protectionSchema = z.object({
  /** Elements and links under a facilitator lock. */
  elements: ids,
  links: ids,
  /** Since when the layout is locked: milliseconds since the Unix epoch, by the server's clock. */
  layout: z.optional(z.int()),
  /** Contributors delete only what they added. */
  ownOnly: z.optional(z.literal(true)),
  /** Frames that are hidden, with all that stands in them, from those who do not run the meeting. */
  hidden: z.optional(ids),
})
export type Protection = z.output<typeof protectionSchema>

export const noProtection: Protection = { elements: [], links: [] }

/** True if it keeps nobody from anything: then nothing has to be looked at. */
export function isUnprotected({ elements, links, layout, ownOnly, hidden = [] }: Protection): boolean {
  const count = elements.length + links.length + hidden.length
  return count === 0 && layout === undefined && ownOnly === undefined
}

export const protectionActSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('lock'), elements: ids, links: ids }),
  z.object({ act: z.literal('unlock'), elements: ids, links: ids }),
  z.object({ act: z.literal('layout'), on: z.boolean() }),
  z.object({ act: z.literal('own-only'), on: z.boolean() }),
  z.object({ act: z.literal('hide'), frames: ids }),
  z.object({ act: z.literal('reveal'), frames: ids }),
])
export type ProtectionAct = z.output<typeof protectionActSchema>

/**
 * What an act comes to; the same object if it changes nothing, undefined if more would be locked or hidden than may be.
 * Locking the layout anew begins anew: what was added meanwhile stands as the rest does.
 */
export function protect(before: Protection, act: ProtectionAct, now: number): Protection | undefined {
  switch (act.act) {
    case 'lock': {
      const elements = [...new Set([...before.elements, ...act.elements])]
      const links = [...new Set([...before.links, ...act.links])]
      if (elements.length === before.elements.length && links.length === before.links.length) return before
      return elements.length + links.length > mostProtected ? undefined : { ...before, elements, links }
    }
    case 'unlock': {
      const elements = before.elements.filter((id) => !act.elements.includes(id))
      const links = before.links.filter((id) => !act.links.includes(id))
      const isSame = elements.length === before.elements.length && links.length === before.links.length
      return isSame ? before : { ...before, elements, links }
    }
    case 'layout': {
      const { layout, ...rest } = before
      if (act.on) return { ...rest, layout: now }
      return layout === undefined ? before : rest
    }
    case 'own-only': {
      const { ownOnly, ...rest } = before
      if (act.on === (ownOnly === true)) return before
      return act.on ? { ...rest, ownOnly: true } : rest
    }
    case 'hide':
    case 'reveal': {
      const { hidden = [], ...rest } = before
      const next =
        act.act === 'hide' ? [...new Set([...hidden, ...act.frames])] : hidden.filter((id) => !act.frames.includes(id))
      if (next.length === hidden.length) return before
      if (next.length > mostProtected) return undefined
      return next.length === 0 ? rest : { ...rest, hidden: next }
    }
  }
}

/** What is stored, or no protection where nothing is. */
export function readProtection(json: string | undefined): Protection {
  return json === undefined ? noProtection : protectionSchema.parse(JSON.parse(json))
}
