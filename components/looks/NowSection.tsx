'use client'
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useMemo, type ReactNode } from 'react'
import { countMeant } from '../../lib/look/groups'
import { mostSteps, type FocusWay, type Look } from '../../lib/look/look'
import { isLinkable } from '../../lib/model/element'
import { tieTypesOf } from '../../lib/model/tie'
import { useWorkspace } from '../hooks/EditorProvider'
import { useElement, useSelection, useView } from '../hooks/useMap'
import { useMayEdit } from '../hooks/useMayEdit'
import { useTieName } from '../hooks/useTieTypes'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { IconButton } from '../ui/IconButton'
import { SegmentedControl } from '../ui/SegmentedControl'
import { Select, type SelectOption } from '../ui/Select'
import { Switch } from '../ui/Switch'
import { TieSample } from '../panels/definitions/TieSample'
import { ImportedColumns } from '../views/table/ImportedColumns'
import { changeLook, stepFocus, toggle } from './changeLook'
import { FilterFields } from './FilterFields'
import { findLookFacts, optionsFor } from './lookFacts'
import { useLookNames } from './lookNames'
import { nearSteps, showNear } from './nearby'
import { useLook } from './useLook'
import { useSeen } from './useSeen'

/** What is shown now, and how: everything of it can be changed here. */
export function NowSection() {
  const t = useTranslations('looks')
  const [look, setLook] = useLook()
  const mayEdit = useMayEdit()
  const view = useView()
  const facts = useMemo(() => findLookFacts(view), [view])
  return (
    <div className="flex flex-col gap-4">
      {look?.focus === undefined ? <FocusOffer /> : <FocusFields look={look} onChange={setLook} />}
      <Part title={t('looks')}>
        {(['colourBy', 'sizeBy', 'labelBy', 'clusterBy'] as const).map((part) => (
          <ByField key={part} part={part} look={look} facts={facts} onChange={setLook} />
        ))}
        <GroupList look={look} onChange={setLook} />
        {mayEdit ? <ImportedColumns /> : null}
      </Part>
      <Layers look={look} facts={facts} onChange={setLook} />
      <Part title={t('who')}>
        <FilterFields look={look} facts={facts} onChange={setLook} />
      </Part>
    </div>
  )
}

interface PartProps {
  readonly look: Look | undefined
  readonly onChange: (next: Look | undefined) => void
}
type Facts = ReturnType<typeof findLookFacts>

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-3 border-t border-hairline pt-3 first:border-none first:pt-0"
    >
      <h3 className="text-body font-semibold">{title}</h3>
      {children}
    </section>
  )
}

const nothing = 'nothing'

function ByField({
  part,
  look,
  facts,
  onChange,
}: PartProps & { readonly part: 'colourBy' | 'sizeBy' | 'labelBy' | 'clusterBy'; readonly facts: Facts }) {
  const t = useTranslations('looks')
  const names = useLookNames()
  const { given, worked, own } = optionsFor(part, facts)
  const options: SelectOption<string>[] = [
    { value: nothing, label: part === 'colourBy' ? t('usual') : t('nothing') },
    ...[['given', given] as const, ['ties', worked] as const, ['own', own] as const].flatMap(([group, keys]) =>
      keys.map((key) => ({ value: key, label: names.by(key), group: t(`groupOf.${group}`) })),
    ),
  ]
  if (options.length === 1) return null
  const value = look?.[part] ?? nothing
  if (!options.some((option) => option.value === value)) options.push({ value, label: names.by(value) })
  return (
    <Field label={t(part)}>
      {(control) => (
        <Select
          id={control.id}
          value={value}
          options={options}
          onChange={(next) => {
            const by = next === nothing ? undefined : next
            onChange(changeLook(look, { [part]: by, ...(part === 'clusterBy' ? { opened: undefined } : {}) }))
          }}
        />
      )}
    </Field>
  )
}

/** The groups that there are, each to be opened and closed. */
function GroupList({ look, onChange }: PartProps) {
  const t = useTranslations('looks')
  const names = useLookNames()
  const seen = useSeen()
  const id = useId()
  const by = look?.clusterBy
  if (seen === undefined || by === undefined || seen.groups.length === 0) return null
  const keys = seen.groups.map(({ key }) => key)
  return (
    <div role="group" aria-labelledby={id} className="flex flex-col gap-1">
      <p id={id} className="text-second font-medium">
        {t('openGroups')}
      </p>
      {seen.groups.map((group) => {
        const { key, members, isOpen } = group
        const name = names.group(names.value(by, key), countMeant(group, seen.faded), members.length)
        return (
          <Switch
            key={key}
            label={<span dir="auto">{name}</span>}
            checked={isOpen}
            onChange={() => onChange(changeLook(look, { opened: toggle(look?.opened, key) }))}
          />
        )
      })}
      <div className="flex gap-2">
        <Button size="small" onClick={() => onChange(changeLook(look, { opened: keys }))}>
          {t('openAll')}
        </Button>
        <Button size="small" onClick={() => onChange(changeLook(look, { opened: undefined }))}>
          {t('closeAll')}
        </Button>
      </div>
    </div>
  )
}

/** Kinds of ties and other links, each to be switched off and on. */
function Layers({ look, facts, onChange }: PartProps & { readonly facts: Facts }) {
  const t = useTranslations('looks')
  const tieName = useTieName()
  const types = useView((view) => tieTypesOf(view.meta))
  if (facts.ties.length + facts.links.length === 0) return null
  return (
    <>
      {facts.ties.length === 0 ? null : (
        <Part title={t('ties')}>
          {facts.ties.map(({ type, count }) => (
            <Switch
              key={type}
              label={
                <span className="flex items-center gap-2">
                  <TieSample type={type} types={types} />
                  {t('tie', { name: tieName(type), count })}
                </span>
              }
              checked={look?.hiddenTies?.includes(type) !== true}
              onChange={() => onChange(changeLook(look, { hiddenTies: toggle(look?.hiddenTies, type) }))}
            />
          ))}
        </Part>
      )}
      {facts.links.length === 0 ? null : (
        <Part title={t('otherLinks')}>
          {facts.links.map(({ kind, count }) => (
            <Switch
              key={kind}
              label={t('tie', { name: t(`links.${kind}`), count })}
              checked={look?.hiddenLinks?.includes(kind) !== true}
              onChange={() => onChange(changeLook(look, { hiddenLinks: toggle(look?.hiddenLinks, kind) }))}
            />
          ))}
        </Part>
      )}
    </>
  )
}

/** The way to look only at what is near the one element that is selected. */
function FocusOffer() {
  const t = useTranslations('looks')
  const workspace = useWorkspace()
  const { elements, links } = useSelection()
  const element = useElement(elements.length === 1 && links.length === 0 ? elements[0] : undefined)
  const isOffered = element !== undefined && isLinkable(element)
  return (
    <Part title={t('focus')}>
      {isOffered ? (
        <>
          <p className="text-body" dir="auto">
            {t('focusOf', { named: element.label === '' ? 'no' : 'yes', name: element.label })}
          </p>
          <div className="flex flex-wrap gap-2">
            {nearSteps.map((steps) => (
              <Button key={steps} size="small" onClick={() => showNear(workspace, element.id, steps)}>
                {t('nearSteps', { steps })}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <p className="text-second text-muted">{t('focusHint')}</p>
      )}
    </Part>
  )
}

const ways: readonly FocusWay[] = ['any', 'out', 'in']

/** How far, and which way, from the element that one is near. */
function FocusFields({ look, onChange }: { readonly look: Look; readonly onChange: PartProps['onChange'] }) {
  const t = useTranslations('looks')
  const { focus } = look
  const element = useElement(focus?.element)
  if (focus === undefined || element === undefined) return null
  const step = (by: 1 | -1): void => onChange(changeLook(look, { focus: stepFocus(focus, by, mostSteps) }))
  return (
    <Part title={t('focus')}>
      <p className="text-body" dir="auto">
        {t('focusOn', { steps: focus.steps, name: element.label })}
      </p>
      <div role="group" aria-label={t('steps')} className="flex items-center gap-2">
        <span className="flex-1 text-second font-medium">{t('steps')}</span>
        <IconButton label={t('nearer')} size="small" disabled={focus.steps <= 1} onClick={() => step(-1)}>
          <Minus size={16} aria-hidden />
        </IconButton>
        <span className="w-6 text-center tabular-nums" aria-live="polite">
          {focus.steps}
        </span>
        <IconButton label={t('farther')} size="small" disabled={focus.steps >= mostSteps} onClick={() => step(1)}>
          <Plus size={16} aria-hidden />
        </IconButton>
      </div>
      <SegmentedControl
        label={t('way')}
        value={focus.way}
        onChange={(way) => onChange(changeLook(look, { focus: { ...focus, way } }))}
        segments={ways.map((way) => ({ value: way, label: t(`ways.${way}`) }))}
      />
      <Button size="small" onClick={() => onChange(changeLook(look, { focus: undefined }))}>
        {t('focusEnd')}
      </Button>
    </Part>
  )
}
