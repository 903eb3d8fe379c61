'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../hooks/announcer'
import { useEditor } from '../../hooks/EditorProvider'
import { ReactionIcon } from './ReactionIcon'
import { addFloating, readReaction, sumUp, type Floating } from './reactionLook'
import { usePeopleLines } from './usePeopleActs'

/** Milliseconds that a reaction is seen. */
const shownFor = 3_000
/** Milliseconds in which reactions that come together are read aloud as one. */
const saidEvery = 6_000

/** Reactions as they float by, with who shows them. Lets every press through; read aloud sparingly. */
export function ReactionLayer() {
  const t = useTranslations('people')
  const editor = useEditor()
  const people = usePeopleLines()
  const latest = useRef(people)
  useEffect(() => {
    latest.current = people
  }, [people])
  const [floating, setFloating] = useState<readonly Floating[]>([])

  useEffect(() => {
    let key = 0
    let unsaid: Floating[] = []
    let saying: ReturnType<typeof setTimeout> | undefined
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const say = (): void => {
      saying = undefined
      if (unsaid.length === 0) return
      const sums = sumUp(unsaid)
      unsaid = []
      announce(
        sums.map(({ reaction, ...rest }) => t('reacts', { ...rest, reaction: t(`reactions.${reaction}`) })).join('. '),
      )
      saying = setTimeout(say, saidEvery)
    }
    const end = editor.onEvent((event) => {
      if (event.kind !== 'reaction') return
      const { person } = event
      const reaction = readReaction(event.reaction)
      const who = latest.current.find(({ id }) => id === person)
      if (reaction === undefined || who === undefined) return
      key += 1
      const next = { key, person, name: who.name, reaction }
      setFloating((before) => addFloating(before, next))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setFloating((before) => before.filter((one) => one.key !== next.key))
      }, shownFor)
      timers.add(timer)
      if (who.isSelf) return
      unsaid.push(next)
      if (saying === undefined) say()
    })
    return () => {
      end()
      clearTimeout(saying)
      for (const timer of timers) clearTimeout(timer)
    }
  }, [editor, t])

  return (
    <div
      aria-hidden
      data-part="reactions"
      className="pointer-events-none fixed inset-x-3 bottom-20 z-20 flex flex-wrap items-end justify-center gap-2 max-sm:bottom-36"
    >
      {floating.map(({ key, name, reaction }) => (
        <span
          key={key}
          className="flex animate-float items-center gap-1.5 rounded-full border border-hairline bg-panel py-1 ps-2 pe-3 shadow-float"
        >
          <ReactionIcon reaction={reaction} />
          <bdi className="max-w-32 truncate text-second text-ink">{name}</bdi>
        </span>
      ))}
    </div>
  )
}
