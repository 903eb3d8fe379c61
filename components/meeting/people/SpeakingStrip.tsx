'use client'
import { Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useWorkspace } from '../../hooks/EditorProvider'
import { islandLook } from '../../panels/Island'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { speakingQueue } from './peopleRows'
import { usePeopleActs, usePeopleLines } from './usePeopleActs'

/** For those who run the meeting: who asks to speak. For the others: that their own hand is up, and their place. */
export function SpeakingStrip() {
  const t = useTranslations('people')
  const workspace = useWorkspace()
  const { mayRun, change, raiseHand } = usePeopleActs()
  const queue = speakingQueue(usePeopleLines())
  const own = queue.findIndex(({ isSelf }) => isSelf)
  const [first] = queue
  if (first === undefined || (!mayRun && own < 0)) return null
  const words = mayRun
    ? t('strip.first', { name: first.name, more: queue.length - 1 })
    : t('strip.own', { place: own + 1 })
  const isOwn = !mayRun || first.isSelf
  return (
    <section
      aria-label={t('strip.label')}
      className={classes(
        islandLook,
        'pointer-events-auto flex min-h-11 max-w-full animate-rise items-center gap-2 ps-3 pe-1',
      )}
    >
      <Hand size={18} aria-hidden className="shrink-0 text-accent" />
      {mayRun ? (
        <button
          type="button"
          className="line-clamp-2 min-h-9 min-w-0 rounded-button px-1 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => workspace.update({ people: true })}
        >
          {words}
        </button>
      ) : (
        <span className="line-clamp-2 min-w-0 py-1.5 text-body">{words}</span>
      )}
      <Button
        size="small"
        variant="quiet"
        aria-label={isOwn ? t('lowerOwn') : t('lowerName', { name: first.name })}
        onClick={() => void (isOwn ? raiseHand(false) : change(first.id, { hand: false }))}
      >
        {t('lower')}
      </Button>
    </section>
  )
}
