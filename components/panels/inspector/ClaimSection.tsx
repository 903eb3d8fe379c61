'use client'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { claimLink } from '../../../lib/commands/claimLink'
import { claimWords } from '../../../lib/model/claim'
import type { MapLink } from '../../../lib/model/link'
import { useSelf } from '../../hooks/useMap'
import { useRun } from '../../hooks/useRun'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { ContestedMark } from '../ContestedMark'
import { listSides, ownWord, type Side } from './claimWords'

const icons = { agree: ThumbsUp, disagree: ThumbsDown } as const

/** Asks whether one agrees with a link, and shows who does and who does not. */
export function ClaimSection({ link }: { readonly link: MapLink }) {
  const t = useTranslations('claims')
  const self = useSelf()
  const run = useRun()
  const id = useId()
  const mine = ownWord(link, self.id)
  const why = self.role === 'commenter' ? 'role' : !self.mayEdit ? 'away' : self.id === undefined ? 'name' : undefined
  const sides = listSides(link, (name) => t('author', { name }))
  const nobody = sides.agree.count + sides.disagree.count + sides.earlier.count === 0
  return (
    <div className="flex flex-col gap-3">
      {self.role === 'viewer' ? null : (
        <div className="flex flex-col gap-2">
          <div
            role="group"
            aria-labelledby={`${id}-title`}
            aria-describedby={why === undefined ? undefined : `${id}-why`}
            className="grid grid-cols-2 gap-2"
          >
            <span id={`${id}-title`} className="sr-only">
              {t('title')}
            </span>
            {claimWords.map((word) => {
              const Icon = icons[word]
              const pressed = mine === word
              return (
                <Button
                  key={word}
                  aria-pressed={pressed}
                  disabled={why !== undefined}
                  title={pressed ? t('takeBack') : undefined}
                  icon={<Icon size={16} aria-hidden fill={pressed ? 'currentColor' : 'none'} />}
                  className={classes(pressed && 'border-accent! bg-accent-tint! text-accent!')}
                  onClick={() => run(claimLink, { link: link.id, says: pressed ? null : word })}
                >
                  {t(word)}
                </Button>
              )
            })}
          </div>
          {why === undefined ? null : (
            <p id={`${id}-why`} className="text-meta text-muted">
              {t(`why.${why}`)}
            </p>
          )}
        </div>
      )}
      {nobody ? <p className="text-second text-muted">{t('nobody')}</p> : null}
      <SpreadBar agree={sides.agree.count} disagree={sides.disagree.count} />
      <div className="flex flex-col gap-1.5 text-second">
        <SideLine side={sides.agree} words="agree" />
        <SideLine side={sides.disagree} words="disagree" />
        <SideLine side={sides.earlier} words="earlier" />
      </div>
      {sides.contested ? (
        <p className="flex items-center gap-2 text-second font-medium">
          <ContestedMark />
          {t('contested')}
        </p>
      ) : null}
    </div>
  )
}

/** How many stand on either side. Told apart by filling as well as by place; the words below say it all. */
function SpreadBar({ agree, disagree }: { readonly agree: number; readonly disagree: number }) {
  if (agree + disagree === 0) return null
  return (
    <div aria-hidden className="flex h-2 gap-0.5">
      {agree === 0 ? null : <span className="rounded-full bg-ink" style={{ flexGrow: agree }} />}
      {disagree === 0 ? null : (
        <span className="rounded-full border-2 border-ink bg-panel" style={{ flexGrow: disagree }} />
      )}
    </div>
  )
}

function SideLine({ side, words }: { readonly side: Side; readonly words: 'agree' | 'disagree' | 'earlier' }) {
  const t = useTranslations('claims')
  if (side.count === 0) return null
  const names = side.names.join(', ')
  return (
    <p className={classes('break-words', words === 'earlier' && 'text-muted')}>
      {t(`spread.${words}`, {
        count: side.count,
        names: side.others === 0 ? names : t('spread.more', { names, count: side.others }),
      })}
    </p>
  )
}
