'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { limits } from '../../../lib/base/limits'
import type { Mentionable } from '../../../lib/protocol/comment'
import { announce } from '../../hooks/announcer'
import { useSeat } from '../../hooks/useRounds'
import { Avatar } from '../../ui/Avatar'
import { classes } from '../../ui/classes'
import { TextArea } from '../../ui/TextArea'
import { commentsApi } from './commentsApi'
import { findMentioning, offerPeople, putMention, type Mentioning } from './mentioning'

interface MentionFieldProps {
  readonly label: string
  readonly placeholder?: string
  readonly value: string
  /** @param person whom the text speaks to from now on */
  readonly onChange: (text: string, person?: Mentionable) => void
  readonly onSend: () => void
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly autoFocus: boolean
  readonly onFocus: () => void
}

/** A text in which people can be spoken to by name: @ offers them, arrows choose, Enter or Tab takes. */
export function MentionField({
  label,
  placeholder,
  value,
  onChange,
  onSend,
  invalid,
  describedBy,
  autoFocus,
  onFocus,
}: MentionFieldProps) {
  const t = useTranslations('comments')
  const seat = useSeat()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [people, setPeople] = useState<readonly Mentionable[]>([])
  const hasAsked = useRef(false)
  const [mentioning, setMentioning] = useState<Mentioning>()
  const [current, setCurrent] = useState(0)
  const caretAfter = useRef<number>(undefined)
  const offered = mentioning === undefined ? [] : offerPeople(people, mentioning.query)
  const index = Math.min(current, offered.length - 1)

  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  useLayoutEffect(() => {
    if (caretAfter.current === undefined) return
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = undefined
  }, [value])

  const look = (text: string, caret: number): void => {
    const next = findMentioning(text, caret)
    setMentioning(next)
    if (next?.at !== mentioning?.at || next?.query !== mentioning?.query) setCurrent(0)
    if (next === undefined) return
    if (hasAsked.current) {
      const { length } = offerPeople(people, next.query)
      if (next.query !== mentioning?.query) announce(t('mention.offered', { count: length }))
      return
    }
    hasAsked.current = true
    void commentsApi.people(seat).then((found) => {
      hasAsked.current = found.ok
      if (!found.ok) return
      const others = found.value.people.filter(({ id }) => id !== seat.participant)
      setPeople(others)
      announce(t('mention.offered', { count: offerPeople(others, next.query).length }))
    })
  }
  const choose = (person: Mentionable | undefined): void => {
    const box = field.current
    if (person === undefined || mentioning === undefined || box === null) return
    const put = putMention(value, box.selectionStart, mentioning, person.name)
    caretAfter.current = put.caret
    setMentioning(undefined)
    onChange(put.text, person)
    box.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
      return
    }
    if (offered.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setCurrent((index + (event.key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      choose(offered[index])
    }
  }
  const isOpen = offered.length > 0
  useEffect(() => {
    if (!isOpen) return undefined
    // Closes the list, and nothing else: a sheet listens for Esc on the document, before any field is asked.
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.target !== field.current) return
      event.preventDefault()
      event.stopImmediatePropagation()
      setMentioning(undefined)
    }
    window.addEventListener('keydown', onEscape, { capture: true })
    return () => window.removeEventListener('keydown', onEscape, { capture: true })
  }, [isOpen])
  return (
    <div className="relative">
      <TextArea
        ref={field}
        data-comment-field
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${index}` : undefined}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        placeholder={placeholder}
        maxLength={limits.comment}
        rows={1}
        className="min-h-9! resize-none"
        value={value}
        onFocus={onFocus}
        onChange={({ target }) => {
          onChange(target.value)
          look(target.value, target.selectionStart)
        }}
        onSelect={({ currentTarget }) => {
          if (mentioning !== undefined) look(currentTarget.value, currentTarget.selectionStart)
        }}
        onBlur={() => setMentioning(undefined)}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <ul
          id={listId}
          role="listbox"
          aria-label={t('mention.label')}
          className="absolute inset-x-0 bottom-full z-10 mb-1 max-h-60 overflow-y-auto rounded-card border border-hairline bg-panel p-1 shadow-float"
        >
          {offered.map((person, at) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field keeps the focus and its keys
            <li
              key={person.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === index}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className={classes(
                'flex min-h-9 cursor-default items-center gap-2 rounded-button px-2 text-body pointer-coarse:min-h-11',
                at === index && 'bg-hover',
              )}
            >
              <Avatar name={person.name} colour={person.colour} size={22} />
              <bdi className="min-w-0 truncate">{person.name}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
