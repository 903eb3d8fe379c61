'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PersonRow } from '../../../lib/protocol/people'
import { useSeat } from '../../hooks/useRounds'
import { Button } from '../../ui/Button'
import { peopleApi } from './peopleApi'
import { usePeopleActs } from './usePeopleActs'

/** Those who were removed, with the way back for them. */
export function KeptOut() {
  const t = useTranslations('people')
  const seat = useSeat()
  const { change } = usePeopleActs()
  const [people, setPeople] = useState<readonly PersonRow[]>([])
  useEffect(() => {
    let isOver = false
    void peopleApi.list(seat).then((list) => {
      if (list.ok && !isOver) setPeople(list.value.people.filter(({ removed }) => removed === true))
    })
    return () => {
      isOver = true
    }
  }, [seat])
  if (people.length === 0) return null
  const letIn = async (id: string): Promise<void> => {
    if (await change(id, { removed: false })) setPeople((before) => before.filter((one) => one.id !== id))
  }
  return (
    <section
      aria-labelledby="kept-out"
      className="max-h-[25dvh] shrink-0 overflow-y-auto border-t border-hairline px-4 py-2"
    >
      <h3 id="kept-out" className="text-meta font-medium text-muted">
        {t('keptOut')}
      </h3>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id} className="flex min-h-10 items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-body">
              <bdi>{name}</bdi>
            </span>
            <Button size="small" variant="quiet" aria-label={t('letInName', { name })} onClick={() => void letIn(id)}>
              {t('letIn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
