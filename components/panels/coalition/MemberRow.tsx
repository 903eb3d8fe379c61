'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { classes } from '../../ui/classes'
import { ActorName } from '../network/ActorName'
import { MemberFields } from './MemberFields'
import { StateTag } from './StateTag'
import type { MemberRowProps } from './memberRowProps'

/** One member in a few words; pressed, its fields open below. */
export function MemberRow({
  isOpen,
  onToggle,
  ...rest
}: MemberRowProps & { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const t = useTranslations('coalition.members')
  const { member, words } = rest
  const { id, state, role, commitment, contributions, askedBy } = member
  const fields = useId()
  const isOnTheWay = state === 'asked' || state === 'to-ask'
  const asked =
    askedBy === undefined
      ? isOnTheWay
        ? t('noAsker')
        : ''
      : t(state === 'to-ask' ? 'toAskBy' : 'askedBy', { name: words.nameOf(askedBy) })
  return (
    <li className={classes('rounded-card', isOpen && 'my-1 border border-hairline')}>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? fields : undefined}
        onClick={onToggle}
        className="flex min-h-11 w-full flex-col gap-0.5 rounded-button px-2 py-1.5 text-start hover:bg-hover"
      >
        <span className="flex w-full items-center gap-2">
          <span className="flex min-w-0 flex-1 font-medium">
            <ActorName id={id} />
          </span>
          <StateTag state={state} />
        </span>
        {role === '' ? null : (
          <span className="text-second text-muted break-words" dir="auto">
            {words.sayRole(role)}
          </span>
        )}
        {commitment === '' || isOpen ? null : (
          <span className="line-clamp-2 text-second break-words" dir="auto">
            {commitment}
          </span>
        )}
        {isOpen
          ? null
          : contributions.map((action) => (
              <span key={action.id} className="line-clamp-2 text-second break-words" dir="auto">
                {words.sayContribution(action)}
              </span>
            ))}
        {asked === '' || state === 'in' ? null : <span className="text-second text-muted">{asked}</span>}
      </button>
      {isOpen ? (
        <div id={fields} className="px-2 pt-1 pb-3">
          <MemberFields {...rest} />
        </div>
      ) : null}
    </li>
  )
}
