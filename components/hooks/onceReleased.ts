import type { Editor } from './editor'
import { isPaused } from './pause'

/** Does it now, or where changes pause once they go on. */
export function onceReleased(editor: Editor, task: () => void): void {
  if (!isPaused(editor)) {
    task()
    return
  }
  const end = editor.self.subscribe(() => {
    if (isPaused(editor)) return
    end()
    task()
  })
}
