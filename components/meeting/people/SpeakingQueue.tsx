'use client'
import { useTranslations } from 'next-intl'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import type { PersonLine } from './peopleRows'
import { usePeopleActs } from './usePeopleActs'

/** Who asks to speak, in the order in which they asked. */
export function SpeakingQueue({ queue }: { readonly queue: readonly PersonLine[] }) {
  const t = useTranslations('people')
  const { mayRun, change, raiseHand } = usePeopleActs()
  if (queue.length === 0) return null
  return (
    <section
      aria-labelledby="speaking-queue"
      className="mx-2 mb-2 max-h-[30dvh] shrink-0 overflow-y-auto rounded-button bg-accent-tint px-2 py-1.5"
    >
      <h3 id="speaking-queue" className="px-1 pb-0.5 text-meta font-medium text-ink">
        {t('queue')}
      </h3>
      <ol>
        {queue.map(({ id, name, colour, isSelf }, index) => (
          <li key={id} className="flex min-h-10 items-center gap-2 px-1">
            <span className="w-5 text-end text-second text-muted tabular-nums">{index + 1}.</span>
            <Avatar name={name} colour={colour} size={24} />
            <span className="min-w-0 flex-1 truncate text-body">
              <bdi>{name}</bdi>
            </span>
            {isSelf || mayRun ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={isSelf ? t('lowerOwn') : t('lowerName', { name })}
                onClick={() => void (isSelf ? raiseHand(false) : change(id, { hand: false }))}
              >
                {t('lower')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
