import * as z from 'zod/mini'
import type { Clock } from '../../lib/base/clock'

/** Nobody comes back to what they left half written after so long; other people may use the device. */
const keptFor = 7 * 24 * 60 * 60 * 1_000

const keptAtSchema = z.object({ at: z.number() })

/** What one person left half written on this device, by name. Where nothing can be stored nothing is kept, and nothing fails. */
export interface KeptDrafts<Draft extends object> {
  /** All that is kept; of everybody, what is too old or cannot be read is thrown away. */
  recall(): [string, Draft][]
  keep(name: string, draft: object): void
  forget(name: string): void
}

/**
 * @param prefix tells this kind of drafts from all else on the device
 * @param owner whose they are
 * @param schema of one draft; what it does not name is not read
 * @param storage asked for anew each time: touching it may throw
 */
export function createKeptDrafts<Draft extends object>(
  prefix: string,
  owner: string,
  schema: z.ZodMiniType<Draft>,
  storage: () => Storage,
  clock: Pick<Clock, 'now'>,
): KeptDrafts<Draft> {
  const own = `${prefix}${owner}.`
  return {
    recall() {
      const found: [string, Draft][] = []
      tryTo(() => {
        const [kept, now] = [storage(), clock.now()]
        const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
        for (const key of keys.filter((one) => one.startsWith(prefix))) {
          const content = parse(kept.getItem(key) ?? '')
          const [draft, since] = [z.safeParse(schema, content), z.safeParse(keptAtSchema, content)]
          if (!draft.success || !since.success || now - since.data.at > keptFor) kept.removeItem(key)
          else if (key.startsWith(own)) found.push([key.slice(own.length), draft.data])
        }
      })
      return found
    },
    keep: (name, draft) => tryTo(() => storage().setItem(own + name, JSON.stringify({ ...draft, at: clock.now() }))),
    forget: (name) => tryTo(() => storage().removeItem(own + name)),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tryTo(act: () => void): void {
  try {
    act()
  } catch {
    // Storage is off or full: what is written is kept as long as the page is open.
  }
}
