'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { announce } from '../hooks/announcer'
import { useWorkspace, useWorkspaceState } from '../hooks/EditorProvider'
import { useMayEdit } from '../hooks/useMayEdit'
import { useElement } from '../hooks/useMap'
import { Button } from '../ui/Button'
import { keepClearOfToasts } from '../ui/toastRoom'
import { useStage } from './StageContext'
import { useSpeech } from './useSpeech'

/** Says what the next tap does while a link is made without dragging, and lets one give up. */
export function LinkingBanner() {
  const t = useTranslations('canvas')
  const stage = useStage()
  const workspace = useWorkspace()
  const speech = useSpeech()
  const tool = useWorkspaceState((state) => state.tool)
  const from = useWorkspaceState((state) => state.linking?.from)
  const isNext = useWorkspaceState((state) => state.linkMade)
  const isAsked = useWorkspaceState((state) => state.signFor !== undefined)
  const element = useElement(from)
  const mayEdit = useMayEdit()
  const name = element === undefined ? undefined : speech.label(element)
  useEffect(() => {
    if (name !== undefined) announce(t('said.linking', { name }))
  }, [name, t])
  // One thing at a time: first the sign of the link that was made.
  if (!mayEdit || isAsked || (tool !== 'link' && from === undefined)) return null
  return (
    <div ref={keepClearOfToasts} className="weft-banner" data-canvas-interface role="status">
      <span className="weft-banner-words">
        {t(`linking.${from !== undefined ? 'pickTo' : isNext ? 'pickNext' : 'pickFrom'}`)}
      </span>
      {from === undefined ? null : (
        <Button
          variant="quiet"
          size="small"
          onClick={() => {
            workspace.update({ linking: undefined })
            stage.openLinkPicker(from)
          }}
        >
          {t('linking.pickFromList')}
        </Button>
      )}
      <Button
        variant="quiet"
        size="small"
        onClick={() => {
          workspace.update({ linking: undefined })
          workspace.chooseTool('select')
        }}
      >
        {t(isNext && from === undefined ? 'linking.done' : 'linking.cancel')}
      </Button>
    </div>
  )
}
