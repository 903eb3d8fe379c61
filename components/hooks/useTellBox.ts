import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { useWorkspace } from './EditorProvider'

/** Tells where a panel stands over the map, for what keeps clear of it. */
export function useTellBox(box: RefObject<HTMLElement | null>, name: 'inspectorBox' | 'legendBox'): void {
  const workspace = useWorkspace()
  // It may stand elsewhere whenever it is drawn anew.
  useLayoutEffect(() => {
    const tell = (): void => {
      if (box.current === null) return
      const { x, y, width, height } = box.current.getBoundingClientRect()
      const before = workspace.get()[name]
      const isSame = before?.x === x && before.y === y && before.width === width && before.height === height
      if (!isSame) workspace.update({ [name]: { x, y, width, height } })
    }
    tell()
    if (box.current === null) return undefined
    const observer = new ResizeObserver(tell)
    observer.observe(box.current)
    return () => observer.disconnect()
  })
  useEffect(() => () => workspace.update({ [name]: undefined }), [workspace, name])
}
