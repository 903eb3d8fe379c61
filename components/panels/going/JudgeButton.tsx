'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { isLinkable } from '../../../lib/model/element'
import { useElement } from '../../hooks/useMap'
import { useJudge } from '../../meeting/useJudge'
import { Button } from '../../ui/Button'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

/** Judges what kind of challenge an element is, where that is asked or one may ask it. */
export function JudgeButton({
  element: id,
  short = false,
}: {
  readonly element: ElementId
  /** What it is about is said beside it. */
  readonly short?: boolean
}) {
  const t = useTranslations('going.judge')
  const element = useElement(id)
  const { may, asks, open } = useJudge(element)
  const [isAsking, setAsking] = useState(false)
  if (!may || element === undefined || !isLinkable(element)) return null
  return (
    <>
      <Button size="small" className="shrink-0 self-start" onClick={asks ? () => setAsking(true) : open}>
        {t(asks ? (short ? 'askAgain' : 'ask') : short ? 'short' : 'button')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('confirm.title')}
        description={t('confirm.text')}
        confirm={t('confirm.ask')}
        onConfirm={open}
      />
    </>
  )
}
