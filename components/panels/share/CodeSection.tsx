'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type * as z from 'zod/mini'
import type { createCodeAnswerSchema } from '../../../lib/protocol/links'
import { useSelf } from '../../hooks/useMap'
import { useApiProblem } from '../../hooks/useApiProblem'
import { Button } from '../../ui/Button'
import { toast } from '../../ui/toast'
import { formatMoment } from '../inspector/moment'
import { hasEnded } from './linkEnd'
import { linksApi } from './linksApi'
import type { MapLinks } from './useMapLinks'

export interface CodeSectionProps {
  readonly mapId: string
  readonly links: MapLinks
  /** The server's time. */
  readonly now: number
}

/** What was made here on this page, by map: the dialog may be closed and opened again as long as it is open to people. */
const made = new Map<string, z.output<typeof createCodeAnswerSchema>>()

/** Six characters for people in the room. They go with their link: its passcode is asked for, its end is theirs. */
export function CodeSection({ mapId, links, now }: CodeSectionProps) {
  const t = useTranslations('panels.share')
  const { id: participant } = useSelf()
  const locale = useLocale()
  const say = useApiProblem()
  const [code, setCode] = useState(made.get(mapId))
  const [busy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const answer = await linksApi.createCode({ mapId, participant }, 'contribute')
    setBusy(false)
    if (answer.ok) {
      made.set(mapId, answer.value)
      setCode(answer.value)
    } else toast.error(say(answer.reason))
  }
  const link = links.links.find(({ id }) => id === code?.link)
  const until = Math.min(code?.expiresAt ?? 0, link?.expiresAt ?? Infinity)
  // A link that is not listed was made for the code, where none was open.
  const isOver = until <= now || (link !== undefined && hasEnded(link, now))
  return (
    <div className="flex flex-col items-start gap-1.5">
      <h3 className="text-second font-medium">{t('code')}</h3>
      {code === undefined || isOver ? (
        <>
          <p className="text-second text-muted">{t('codeAbout')}</p>
          <Button size="small" busy={busy} onClick={() => void make()}>
            {t('makeCode')}
          </Button>
        </>
      ) : (
        <>
          <p role="status" className="text-title font-semibold tracking-[0.12em]" dir="ltr">
            {`${code.code.slice(0, 3)} ${code.code.slice(3)}`}
          </p>
          <p className="text-second text-muted">
            {t('codeUntil', { host: location.host, time: formatMoment(until, locale, now) })}
            {link?.hasPasscode === true ? ` ${t('codePasscode')}` : ''}
          </p>
        </>
      )}
    </div>
  )
}
