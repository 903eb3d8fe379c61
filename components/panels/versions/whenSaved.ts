import type { Editor } from '../../hooks/editor'

/** Milliseconds that one's own edits are waited for. */
const patience = 4_000

/** Resolves once the server has all that this tab has written, or it takes too long. */
export function whenSaved({ sync }: Pick<Editor, 'sync'>): Promise<void> {
  if (sync.get().kind !== 'saving') return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      end()
      resolve()
    }
    const timer = setTimeout(done, patience)
    const end = sync.subscribe(() => {
      if (sync.get().kind !== 'saving') done()
    })
  })
}
