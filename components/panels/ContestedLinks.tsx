'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { isContested } from '../../lib/model/claimSpread'
import { boardView } from '../../lib/model/position'
import { useEditor, useWorkspace } from '../hooks/EditorProvider'
import { useSelection, useView } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { ContestedMark } from './ContestedMark'
import { middleOfLink, spotlightOf } from './linkSpotlight'
import { useLinkSentence } from './useLinkSentence'

/** The links on which people differ, to go through one by one; the map dims the rest meanwhile. */
export function ContestedLinks({ onDone }: { readonly onDone?: (() => void) | undefined }) {
  const t = useTranslations('claims.find')
  const editor = useEditor()
  const workspace = useWorkspace()
  const links = useView((view) => view.links)
  const selection = useSelection()
  const sentence = useLinkSentence()
  const [shown, setShown] = useState(false)
  const contested = useMemo(() => [...links.values()].filter(isContested), [links])

  useEffect(() => {
    if (!shown) return undefined
    workspace.update({ spotlight: spotlightOf(contested) })
    return () => workspace.update({ spotlight: undefined })
  }, [shown, contested, workspace])

  if (contested.length === 0 && !shown) return null
  return (
    <div className="flex min-h-0 flex-col gap-2 px-3 pt-1 pb-2">
      <Button
        size="small"
        aria-pressed={shown}
        icon={<ContestedMark />}
        className={classes('self-start', shown && 'border-accent! bg-accent-tint! text-accent!')}
        onClick={() => setShown(!shown)}
      >
        {t('all', { count: contested.length })}
      </Button>
      {shown ? (
        <ul aria-label={t('contested')} className="-mx-1.5 min-h-0 overflow-y-auto">
          {contested.map((link) => (
            <li key={link.id}>
              <button
                type="button"
                aria-current={selection.links.includes(link.id) || undefined}
                onClick={() => {
                  editor.select({ elements: [], links: [link.id] })
                  const middle = middleOfLink(editor.view.get().positions.get(boardView), link)
                  if (middle !== undefined) workspace.get().camera?.centreOn(middle)
                  onDone?.()
                }}
                className={classes(
                  'flex min-h-9 w-full items-center rounded-button px-2.5 py-1 text-start text-body break-words hover:bg-hover pointer-coarse:min-h-11',
                  selection.links.includes(link.id) && 'bg-accent-tint hover:bg-accent-tint',
                )}
                dir="auto"
              >
                {sentence(link)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
