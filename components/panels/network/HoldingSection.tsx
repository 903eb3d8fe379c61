import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { NetworkAnswer } from '../../hooks/useNetwork'
import { Button } from '../../ui/Button'
import { ActorName } from './ActorName'

/** Stakeholders, and pairs, shown at first of each. */
const firstShown = 5

/** Who and which ties alone hold the network together, those whose loss would break it up most first. */
export function HoldingSection({
  whole: { reliances, bridges },
}: {
  readonly whole: Pick<NetworkAnswer['whole'], 'reliances' | 'bridges'>
}) {
  const t = useTranslations('network')
  const [isLong, setIsLong] = useState(false)
  const most = isLong ? Infinity : firstShown
  const left = Math.max(0, reliances.length - most) + Math.max(0, bridges.length - most)
  return (
    <section className="flex flex-col gap-1.5" aria-label={t('holding')}>
      <h3 className="text-body font-semibold">{t('holding')}</h3>
      {reliances.length === 0 && bridges.length === 0 ? (
        <p className="text-second text-muted">{t('holdsWell')}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-second">
          {reliances.slice(0, most).map(({ id, pieces }) => (
            <li key={id} className="flex items-baseline gap-2">
              <ActorName id={id} />
              <span className="text-muted">{t('without', { count: pieces.length })}</span>
            </li>
          ))}
          {bridges.slice(0, most).map(([one, other]) => (
            <li key={`${one} ${other}`} className="flex flex-wrap items-baseline gap-x-2">
              <ActorName id={one} />
              <span className="text-muted">{t('and')}</span>
              <ActorName id={other} />
              <span className="text-muted">{t('onlyPair')}</span>
            </li>
          ))}
        </ul>
      )}
      {left === 0 ? null : (
        <Button size="small" variant="quiet" className="self-start" onClick={() => setIsLong(true)}>
          {t('more', { count: left })}
        </Button>
      )}
    </section>
  )
}
