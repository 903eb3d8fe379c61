'use client'
import { Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { limits } from '../../../lib/base/limits'
import type { CardsAnswer } from '../../../lib/practice/cards'
import type { RoundSetup } from '../../../lib/practice/round'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { IconButton } from '../../ui/IconButton'
import { TextInput } from '../../ui/TextInput'
import type { AnswerFieldsProps } from './answerFields'
import { addCards } from './typedCards'

type CardsSetup = Extract<RoundSetup, { kind: 'cards' }>

/** Cards written one after another: Enter adds the next, and a pasted list is as many. */
export function CardsFields({
  setup,
  value,
  typing,
  onChange,
}: AnswerFieldsProps<CardsAnswer> & { readonly setup: CardsSetup }) {
  const t = useTranslations('rounds.cards')
  const cards = value?.cards ?? []
  const field = useRef<HTMLInputElement>(null)
  const isFull = cards.length >= setup.most
  // Never when the field is left: the list would grow under the press on Send, which would meet nothing. What stands in the field is sent along.
  const add = (written: string): void => {
    onChange(addCards(value, written, setup.most), '')
    field.current?.focus()
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label={t('field', { become: setup.become })} hint={t('hint', { most: setup.most })}>
        {(control) => (
          <span className="flex gap-2">
            <TextInput
              {...control}
              ref={field}
              value={typing}
              disabled={isFull}
              maxLength={limits.label}
              enterKeyHint="done"
              onChange={(event) => onChange(value, event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing || typing.trim() === '') return
                event.preventDefault()
                add(typing)
              }}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData('text/plain')
                if (!pasted.trim().includes('\n')) return
                event.preventDefault()
                add(pasted)
              }}
            />
            <Button
              icon={<Plus size={16} aria-hidden />}
              // Neither a press nor an empty field takes the focus away: a phone would put its keyboard down each time.
              disabled={isFull}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(typing)}
            >
              {t('add')}
            </Button>
          </span>
        )}
      </Field>
      <ul className="flex flex-col gap-1.5" aria-label={t('yours')}>
        {cards.map((card) => (
          <li key={card} className="flex items-center gap-1 rounded-button border border-quiet-border bg-canvas ps-3">
            <span className="min-w-0 flex-1 py-2 text-body break-words" dir="auto">
              {card}
            </span>
            <IconButton
              label={t('remove', { card })}
              onClick={() => onChange({ cards: cards.filter((one) => one !== card) })}
            >
              <X size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <p className="text-meta text-muted">{t('private')}</p>
    </div>
  )
}
