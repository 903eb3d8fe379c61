'use client'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo, useRef, useState } from 'react'
import type { Neighbour, PathQuestion } from '../../../lib/analysis/pathQuestion'
import { useEditor, useWorkspace } from '../../hooks/EditorProvider'
import { useElement, useView } from '../../hooks/useMap'
import { usePaths } from '../../hooks/usePaths'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { SegmentedControl } from '../../ui/SegmentedControl'
import { useRowList, type RowStop } from '../analysis/useRowList'
import { useShown } from './useShown'
import type { useSlots } from './useSlots'
import { VariableSlot } from './VariableSlot'

type Reach = Extract<PathQuestion, { readonly kind: 'around' }>['reach']
const reaches: readonly Reach[] = ['down', 'up', 'both']
const stepChoices = ['1', '2', '3', 'all'] as const
type Steps = (typeof stepChoices)[number]

/** What one variable affects, and what affects it, up to so many links away. */
export function Around({
  slots,
  wait,
  fill,
  onShow,
}: ReturnType<typeof useSlots> & { readonly onShow: (() => void) | undefined }) {
  const t = useTranslations('paths')
  const format = useFormatter()
  const [reach, setReach] = useState<Reach>('down')
  const [steps, setSteps] = useState<Steps>('2')
  const centre = slots.from
  const name = useElement(centre)?.label ?? ''
  const reply = usePaths(
    centre === undefined
      ? undefined
      : { kind: 'around', variable: centre, reach, steps: steps === 'all' ? undefined : Number(steps) },
  )
  const found = reply?.kind === 'around' ? reply : undefined
  const { list, row } = useRowList(found?.nearby.map(({ variable }) => variable) ?? [])
  const shown = useMemo(() => {
    if (found === undefined || centre === undefined) return undefined
    const elements = new Set([centre, ...found.nearby.map(({ variable }) => variable)])
    return { name: t(`shown.${reach}`, { name }), elements, links: new Set(found.links) }
  }, [found, centre, reach, name, t])
  const slot = useRef<HTMLButtonElement>(null)
  const showOnMap = useShown(shown, onShow)
  return (
    <>
      <div className="flex flex-col gap-3 px-4 pb-2">
        <VariableSlot
          ref={slot}
          label={t('variable')}
          value={centre}
          waiting
          onWait={() => wait('from')}
          onPick={(id) => fill('from', id)}
        />
        <SegmentedControl
          label={t('reach')}
          value={reach}
          onChange={setReach}
          segments={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))}
        />
        <Field label={t('steps')}>
          {() => (
            <SegmentedControl
              label={t('steps')}
              value={steps}
              onChange={setSteps}
              segments={stepChoices.map((value) => ({
                value,
                label: value === 'all' ? t('allSteps') : format.number(Number(value)),
              }))}
            />
          )}
        </Field>
        <p role="status" className="text-meta text-muted">
          {centre === undefined
            ? t('askAround')
            : found === undefined
              ? t(reply?.kind === 'gone' ? 'noLinks' : 'looking')
              : t(`found.${reach}`, { count: found.nearby.length, name })}
        </p>
        {showOnMap === undefined ? null : (
          <Button size="small" wide onClick={showOnMap}>
            {t('onMap')}
          </Button>
        )}
      </div>
      <ul {...list} className="px-1.5 pb-1.5">
        {found?.nearby.map((neighbour, index) => (
          <NearbyRow
            key={neighbour.variable}
            neighbour={neighbour}
            stop={row(neighbour.variable)}
            first={neighbour.distance !== found.nearby[index - 1]?.distance}
            onChoose={(byKeys) => {
              fill('from', neighbour.variable)
              // Its row goes, and would take the keyboard along.
              if (byKeys) slot.current?.focus()
            }}
          />
        ))}
      </ul>
    </>
  )
}

function NearbyRow({
  neighbour: { variable, distance },
  stop,
  first,
  onChoose,
}: {
  readonly neighbour: Neighbour
  readonly stop: RowStop
  /** The first one that is so far away. */
  readonly first: boolean
  /** `byKeys`: Enter or space, not a pointer. */
  readonly onChoose: (byKeys: boolean) => void
}) {
  const t = useTranslations('paths')
  const editor = useEditor()
  const workspace = useWorkspace()
  const label = useView((view) => view.elements.get(variable)?.label)
  return (
    <li>
      {first ? (
        <h3 className="px-2.5 pt-2 pb-0.5 text-meta font-semibold text-muted">{t('away', { count: distance })}</h3>
      ) : null}
      <button
        type="button"
        {...stop}
        onClick={({ detail }) => {
          workspace.get().camera?.reveal?.([variable])
          editor.select({ elements: [variable], links: [] })
          onChoose(detail === 0)
        }}
        className="flex min-h-8 w-full cursor-default items-center rounded-button px-2.5 py-1 text-start text-body hover:bg-hover pointer-coarse:min-h-11"
      >
        <span dir="auto" className="min-w-0 flex-1 break-words">
          {label}
        </span>
      </button>
    </li>
  )
}
