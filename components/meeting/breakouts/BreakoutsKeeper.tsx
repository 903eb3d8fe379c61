'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { announce } from '../../hooks/announcer'
import { useAsked } from '../../hooks/askUntil'
import { useEditor } from '../../hooks/EditorProvider'
import { useObservable } from '../../hooks/useObservable'
import { useRoundRights, useSeat } from '../../hooks/useRounds'
import { breakoutsApi } from './breakoutsApi'
import { useBreakouts, useOwnGroup } from './useBreakouts'

/** No text has it. */
const between = '\u0000'

/** Asks for the groups after each welcome, and tells screen readers what becomes of them. Draws nothing. */
export function BreakoutsKeeper() {
  const t = useTranslations('breakouts.announce')
  const { meetingNews, roundNews } = useEditor()
  const seat = useSeat()
  const { mayRun } = useRoundRights()
  const visits = useObservable(roundNews.visits)
  useAsked(
    useCallback(() => breakoutsApi.find(seat), [seat]),
    meetingNews.takeBreakouts,
    visits,
  )

  const told = useBreakouts()
  const own = useOwnGroup()
  const message = told?.of?.message ?? told?.breakouts?.message
  const asking = mayRun ? told?.breakouts?.groups.find(({ help }) => help !== undefined) : undefined
  const isOver = (told?.of ?? told?.breakouts)?.endedAt !== undefined
  const news = {
    group: own && t('group', { group: own.name }),
    message: message && t('message', { name: message.name, text: message.text }),
    help: asking && t('help', { group: asking.name, name: asking.help?.name ?? '' }),
    over: isOver ? t('over') : undefined,
  }
  const isTold = told !== undefined
  const texts = [news.group, news.help, news.over, news.message].map((text) => text ?? '').join(between)
  const said = useRef<readonly string[] | undefined>(undefined)
  useEffect(() => {
    if (!isTold) return
    const before = said.current
    said.current = texts.split(between)
    // What was so before this tab came is on the screen, and interrupts nobody.
    if (before === undefined) return
    for (const [index, text] of said.current.entries()) if (text !== '' && text !== before[index]) announce(text)
  }, [isTold, texts])
  return null
}
