import { restoredSchema } from '../../../lib/protocol/version'
import type { Editor } from '../../hooks/editor'

/** Milliseconds in which what a version that was put back takes away comes to be told here. */
const tellingTime = 3_000

/** Who put a version back just now, so that what goes with it is said to go by their doing; nobody else is known by it. */
export function watchRestores(editor: Pick<Editor, 'onEvent'>): {
  readonly by: () => string | undefined
  readonly end: () => void
} {
  let last: { readonly by: string; readonly at: number } | undefined
  const end = editor.onEvent((event) => {
    if (event.kind !== 'restored') return
    const by = restoredSchema.safeParse(event.restored).data?.by?.name
    last = by === undefined ? undefined : { by, at: performance.now() }
  })
  return { by: () => (last !== undefined && performance.now() - last.at < tellingTime ? last.by : undefined), end }
}
