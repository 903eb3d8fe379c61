'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { useWorkspace } from '../../hooks/EditorProvider'
import { classes } from '../../ui/classes'
import { islandLook } from '../Island'
import { ElementPanel } from './ElementPanel'
import { LinkPanel } from './LinkPanel'
import { ManyPanel } from './ManyPanel'
import { useSelected } from './useSelected'
import { useUncovered } from './useUncovered'

/** What is selected, to read and to change. Nothing while nothing is selected. */
export function Inspector() {
  const t = useTranslations('panels.inspector')
  const { elements, links } = useSelected()
  const count = elements.length + links.length
  const [element] = elements
  const [link] = links
  const box = useRef<HTMLElement>(null)
  useUncovered(box)
  useTellBox(box)
  if (count === 0) return null
  return (
    <aside
      ref={box}
      aria-label={t('label')}
      data-region="inspector"
      tabIndex={-1}
      className={classes(islandLook, 'pointer-events-auto flex max-h-full w-75 flex-col animate-appear')}
    >
      {count > 1 ? (
        <ManyPanel elements={elements} links={links} />
      ) : element !== undefined ? (
        <ElementPanel element={element} />
      ) : link !== undefined ? (
        <LinkPanel link={link} />
      ) : null}
    </aside>
  )
}

/** Tells where the panel stands, for what keeps clear of it. */
function useTellBox(box: RefObject<HTMLElement | null>): void {
  const workspace = useWorkspace()
  // It may stand elsewhere whenever it is drawn anew.
  useLayoutEffect(() => {
    const tell = (): void => {
      if (box.current === null) return
      const { x, y, width, height } = box.current.getBoundingClientRect()
      const before = workspace.get().inspectorBox
      const isSame = before?.x === x && before.y === y && before.width === width && before.height === height
      if (!isSame) workspace.update({ inspectorBox: { x, y, width, height } })
    }
    tell()
    if (box.current === null) return undefined
    const observer = new ResizeObserver(tell)
    observer.observe(box.current)
    return () => observer.disconnect()
  })
  useEffect(() => () => workspace.update({ inspectorBox: undefined }), [workspace])
}
