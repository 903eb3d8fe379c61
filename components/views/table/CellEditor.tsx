'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { MapElement } from '../../../lib/model/element'
import { classes } from '../../ui/classes'
import { followCell } from './cellChange'
import type { TableColumn } from './columns'
import { goOnAtEnd } from './goOnAtEnd'
import { useLostCell } from './useLostCell'

/** What ends the writing: the text, and where the focus goes then; undefined keeps it where it is. */
export interface CellEditorProps {
  readonly element: MapElement
  readonly column: TableColumn
  /** What the cell says. */
  readonly text: string
  /** What was typed to begin, which takes the place of it. */
  readonly typed: string | undefined
  /** Keeps the text; false if it does not fit. */
  readonly onKeep: (text: string) => boolean
  /** Another has changed the cell, to this: what was typed would take its place. */
  readonly onOver: (now: string) => void
  /** What was typed and what another has written stand in the field together, as this. */
  readonly onJoined: (text: string) => void
  /** The field was left with such a text, which is not kept. */
  readonly onKeptBack: (text: string) => void
  readonly onEnd: (step?: { readonly row: number; readonly column: number }) => void
  readonly onLeave: () => void
}

/** The field that a cell becomes while it is being written in. */
export function CellEditor({
  element,
  column,
  text,
  typed,
  onKeep,
  onOver,
  onJoined,
  onKeptBack,
  onEnd,
  onLeave,
}: CellEditorProps) {
  const t = useTranslations('table')
  const tFields = useTranslations('fields')
  const isChoice = column.type === 'choice'
  const [value, setValue] = useState(() => (isChoice ? firstWord(column, typed, text) : (typed ?? text)))
  // What nobody typed is not written: others may have changed the cell since it was opened.
  const [opened, setOpened] = useState(value)
  const isUntouched = value === opened && typed === undefined
  const [base, setBase] = useState(text)
  const [over, setOver] = useState<string>()
  const [joined, setJoined] = useState<string>()
  if (text !== base) {
    const next = followCell({ base, text: value, isTyped: !isUntouched, goesOn: typed === undefined }, column, text)
    setBase(text)
    setValue(next.text)
    if (isUntouched) setOpened(next.text)
    setOver(next.isOver ? text : undefined)
    setJoined(next.isJoined ? next.text : undefined)
  }
  const tell = useEffectEvent(onOver)
  useEffect(() => {
    if (over !== undefined) tell(over)
  }, [over])
  const tellJoined = useEffectEvent(onJoined)
  useEffect(() => {
    if (joined !== undefined) tellJoined(joined)
  }, [joined])
  const [isDate] = useState(() => column.type === 'date' && typed === undefined && /^(\d{4}-\d{2}-\d{2})?$/.test(text))
  const [isBad, setBad] = useState(false)
  const field = useRef<HTMLInputElement | HTMLSelectElement>(null)
  const isOver = useRef(false)
  const listId = useId()
  const write = useLostCell(field, {
    ...{ element, column, text, value },
    write: onKeep,
    onLost: onLeave,
    isOver: () => isOver.current,
  })
  // Before the next key comes: it is this field's.
  useLayoutEffect(() => {
    const { current } = field
    if (typed === undefined && current instanceof HTMLInputElement && current.type !== 'date') goOnAtEnd(current)
    current?.focus()
  }, [typed])

  const keep = (step?: { readonly row: number; readonly column: number }): void => {
    if (!isUntouched && !write(value)) {
      setBad(true)
      return
    }
    isOver.current = true
    onEnd(step)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      isOver.current = true
      onEnd()
    } else if (event.key === 'Enter') keep({ row: event.shiftKey ? -1 : 1, column: 0 })
    else if (event.key === 'Tab') keep({ row: 0, column: event.shiftKey ? -1 : 1 })
    else return
    event.preventDefault()
  }
  const shared = {
    ref: (control: HTMLInputElement | HTMLSelectElement | null): void => {
      field.current = control
    },
    value,
    onKeyDown,
    'aria-label': t('edit', { column: column.name, name: element.label === '' ? t('unnamed') : element.label }),
    'aria-invalid': isBad || undefined,
    onChange: (event: { readonly target: { readonly value: string } }): void => {
      setBad(false)
      setValue(event.target.value)
    },
    onBlur: (): void => {
      if (isOver.current) return
      // What does not fit has been said; the cell keeps what it had.
      if (over !== undefined) onKeptBack(value)
      else if (!isUntouched) write(value)
      onLeave()
    },
    className: classes(
      'absolute inset-0 size-full border-2 border-accent bg-panel px-2 text-body text-ink outline-none aria-invalid:border-danger pointer-coarse:text-[16px]',
      column.type === 'number' || column.type === 'share' ? 'text-end' : '',
      over !== undefined && 'border-warn',
    ),
  }
  if (isChoice) {
    return (
      <select {...shared}>
        <option value="">{tFields('none')}</option>
        {column.words.every(({ label }) => label !== text) && text !== '' ? <option value={text}>{text}</option> : null}
        {column.words.map((word) => (
          <option key={word.value} value={word.label}>
            {word.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <>
      <input
        {...shared}
        type={isDate ? 'date' : 'text'}
        inputMode={column.type === 'number' || column.type === 'share' ? 'decimal' : undefined}
        list={column.type === 'open-choice' ? listId : undefined}
        autoComplete="off"
        dir="auto"
      />
      {column.type === 'open-choice' ? (
        <datalist id={listId}>
          {column.words
            .filter(({ unoffered }) => unoffered !== true)
            .map((word) => (
              <option key={word.value} value={word.label} />
            ))}
        </datalist>
      ) : null}
    </>
  )
}

/** The word that begins with what was typed; what the cell says if none does. */
function firstWord({ words }: TableColumn, typed: string | undefined, text: string): string {
  if (typed === undefined) return text
  const wanted = typed.toLocaleLowerCase()
  return words.find(({ label }) => label.toLocaleLowerCase().startsWith(wanted))?.label ?? text
}
