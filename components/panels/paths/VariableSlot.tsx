'use client'
import { useTranslations } from 'next-intl'
import { useId, useState, type Ref } from 'react'
import type { ElementId } from '../../../lib/base/ids'
import { useElement } from '../../hooks/useMap'
import { ElementPicker } from '../../outline/ElementPicker'
import { classes } from '../../ui/classes'

interface VariableSlotProps {
  readonly ref?: Ref<HTMLButtonElement>
  readonly label: string
  readonly value: ElementId | undefined
  /** What is selected on the map next goes here. */
  readonly waiting: boolean
  readonly onWait: () => void
  readonly onPick: (id: ElementId) => void
}

/** A variable of a question: filled by choosing on the map, or from a list. */
export function VariableSlot({ ref, label, value, waiting, onWait, onPick }: VariableSlotProps) {
  const t = useTranslations('paths')
  const id = useId()
  const element = useElement(value)
  const [listed, setListed] = useState(false)
  return (
    <div className="flex flex-col gap-1">
      <span id={id} className="text-second font-medium">
        {label}
      </span>
      {listed ? (
        <ElementPicker
          label={label}
          onPick={(picked) => {
            setListed(false)
            onPick(picked)
          }}
          onCancel={() => setListed(false)}
        />
      ) : (
        <button
          ref={ref}
          type="button"
          aria-labelledby={`${id} ${id}-value`}
          onFocus={onWait}
          onClick={() => setListed(true)}
          className={classes(
            'flex min-h-9 w-full items-center rounded-button border px-3 py-1 text-start text-body hover:bg-hover pointer-coarse:min-h-11',
            waiting ? 'border-accent' : 'border-control',
          )}
        >
          <span
            id={`${id}-value`}
            dir="auto"
            className={classes('min-w-0 flex-1', element === undefined ? 'text-muted' : 'break-words')}
          >
            {element?.label ?? t(waiting ? 'choose' : 'empty')}
          </span>
        </button>
      )}
    </div>
  )
}
