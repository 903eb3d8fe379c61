'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useTellBox } from '../../hooks/useTellBox'
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
  useTellBox(box, 'inspectorBox')
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
