'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { latePart } from '../../ui/latePart'
import { Button } from '../../ui/Button'
import { useRoundRights } from '../../hooks/useRounds'
import { GroupsOut } from './GroupsOut'
import { SendOutForm } from './SendOutForm'
import { useBreakouts } from './useBreakouts'

const TogetherDialog = latePart(async () => (await import('./TogetherDialog')).TogetherDialog)

/** Groups that work on copies of the map, for those who run the meeting. */
export function BreakoutsSection() {
  const t = useTranslations('breakouts')
  const told = useBreakouts()
  const { mayRun } = useRoundRights()
  const [isBringing, setBringing] = useState(false)
  // A group's map has no groups of its own.
  if (told === undefined || told.of !== null || !mayRun) return null
  const { breakouts } = told
  const isOut = breakouts !== null && breakouts.endedAt === undefined
  return (
    <section aria-labelledby="breakouts" className="flex flex-col gap-3 border-t border-hairline pt-4">
      <h3 id="breakouts" className="text-second font-medium text-muted">
        {t('title')}
      </h3>
      {breakouts === null ? null : (
        <>
          <GroupsOut breakouts={breakouts} />
          <Button wide variant={isOut ? 'secondary' : 'primary'} onClick={() => setBringing(true)}>
            {t('bring')}
          </Button>
        </>
      )}
      {isOut ? null : <SendOutForm again={breakouts !== null} />}
      {isBringing ? <TogetherDialog onClose={() => setBringing(false)} /> : null}
    </section>
  )
}
