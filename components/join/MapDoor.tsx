'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { buttonClass } from '../ui/buttonClass'
import { Spinner } from '../ui/Spinner'
import { focusHere } from './focusHere'
import { JoinCard } from './JoinCard'
import { PartingOffer, ProblemText } from './lateDoor'
import { NameForm } from './NameForm'
import type { Seat } from './seat'
import { useMapDoor, type ShutOut } from './useMapDoor'

/** Denials that have words of their own; any other is told as a failure. */
const told = [
  'no-key',
  'key-unknown',
  'key-revoked',
  'link-ended',
  'removed',
  'no-such-map',
  'code-unknown',
  'too-many-requests',
  'offline',
]

export interface MapDoorProps {
  readonly mapId: string
  /** Shown once inside. `shutOut` is called when the server later refuses this seat for good. */
  readonly children: (seat: Seat, shutOut: ShutOut) => ReactNode
}

/** Stands before a map: checks the link, asks for a first name, says plainly why someone cannot come in. */
export function MapDoor({ mapId, children }: MapDoorProps) {
  const t = useTranslations('join')
  const { door, join, shutOut, tryAgain } = useMapDoor(mapId)

  switch (door.kind) {
    case 'checking':
      return (
        <main className="flex min-h-dvh items-center justify-center text-muted" role="status">
          <Spinner />
          <span className="sr-only">{t('checking')}</span>
        </main>
      )
    case 'asking':
    case 'joining': {
      const problem = door.kind === 'asking' ? door.problem : undefined
      return (
        <JoinCard title={door.title !== '' ? door.title : t(door.hasPasscode ? 'passcode.title' : 'untitled')}>
          <p className="mt-1 text-body text-muted">
            {t(door.title === '' && door.hasPasscode ? 'passcode.invited' : 'invited')}
          </p>
          <NameForm
            role={door.role}
            busy={door.kind === 'joining'}
            problem={problem}
            hasPasscode={door.hasPasscode}
            onJoin={join}
          />
        </JoinCard>
      )
    }
    case 'denied': {
      const code = told.includes(door.problem.code) ? door.problem.code : 'failed'
      return (
        <JoinCard key={code} title={t(`denied.${code}.title`)} titleRef={focusHere}>
          <p className="mt-2 text-body text-muted">
            {code === 'link-ended' ? <ProblemText problem={door.problem} /> : t(`denied.${code}.text`)}
          </p>
          {door.parting === undefined ? null : <PartingOffer parting={door.parting} />}
          <div className="mt-5 flex flex-wrap gap-2">
            <Button variant={door.parting === undefined ? 'primary' : 'secondary'} onClick={tryAgain}>
              {t('try-again')}
            </Button>
            {/* Not a link of Next: its code is not worth its weight here, and a true departure asks first if words would be lost. */}
            <a href="/" className={buttonClass({})}>
              {t('to-start')}
            </a>
          </div>
        </JoinCard>
      )
    }
    case 'open':
      return children(door.seat, shutOut)
  }
}
