'use client'
import { Command } from 'cmdk'
import { useTranslations } from 'next-intl'
import { Popover } from 'radix-ui'
import { useEffect, useLayoutEffect, useState } from 'react'
import type { ElementId } from '../../lib/base/ids'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { distanceBetween } from '../../lib/geometry/rect'
import type { Scene } from '../../lib/geometry/scene'
import { addLinkedElement } from '../../lib/commands/addLinkedElement'
import { createId, type LinkId } from '../../lib/base/ids'
import { systemRandom } from '../../lib/base/random'
import { findFreeSpot, spotBeside } from '../../lib/geometry/freeSpot'
import { isLinkable } from '../../lib/model/element'
import { useObservable } from '../hooks/useObservable'
import { KindIcon } from '../panels/KindIcon'
import { hints } from '../ui/hints'
import { onEscape } from '../ui/onEscape'
import { questionOf } from './linkQuestion'
import { linkElements } from './carryOut'
import { useStage } from './StageContext'
import type { Stage } from './stage'
import { useAnchor } from './useAnchor'
import { useSpeech } from './useSpeech'

/** "Link to…": the keyboard's way to link, and the list for those who would rather not aim. Nearest first. */
export function LinkPicker({ onDone }: { readonly onDone: () => void }) {
  const stage = useStage()
  const from = useObservable(stage.linkPicker)
  const scene = useObservable(stage.stored)
  const shape = from === undefined ? undefined : scene.elements.get(from)
  if (shape === undefined) return null
  return <Picker key={shape.id} from={shape} scene={scene} onDone={onDone} />
}

interface PickerProps {
  readonly from: ElementShape
  readonly scene: Scene
  readonly onDone: () => void
}

/** Longer lists are for typing into, not for reading. */
const longest = 60

function Picker({ from, scene, onDone }: PickerProps) {
  const t = useTranslations('canvas.linking')
  const stage = useStage()
  const speech = useSpeech()
  const anchor = useAnchor(from.rect)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim().toLocaleLowerCase()
  const found = listNearest(scene, from)
    .filter((shape) => speech.label(shape.element).toLocaleLowerCase().includes(wanted))
    .slice(0, longest)
  const isKnown = found.some((shape) => shape.element.label.toLocaleLowerCase() === wanted)

  const close = (): void => stage.openLinkPicker(undefined)
  const choose = (id: ElementId): void => {
    close()
    linkElements(stage, from.id, id)
  }
  useLayoutEffect(() => hints.close(), [])
  // A press on the canvas closes the list; on an element it goes on to be the tap that says which one.
  useEffect(
    () =>
      stage.gesture.subscribe(() => {
        const gesture = stage.gesture.get()
        if (gesture.kind !== 'pressing') return
        const { hit } = gesture.press
        stage.openLinkPicker(undefined)
        if (hit.kind === 'element' && hit.zone !== 'inside') stage.workspace.startLinking(from.id)
      }),
    [stage, from.id],
  )
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : close())}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          data-canvas-interface
          side="bottom"
          align="start"
          sideOffset={12}
          collisionPadding={12}
          className="weft-picker"
          aria-label={t('title', { from: speech.label(from.element) })}
          onKeyDown={onEscape(close)}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (stage.workspace.get().signFor === undefined) onDone()
          }}
        >
          <Command shouldFilter={false} loop label={t('title', { from: speech.label(from.element) })}>
            <p className="weft-picker-title">{t('title', { from: speech.label(from.element) })}</p>
            <Command.Input
              autoFocus
              value={typed}
              onValueChange={setTyped}
              placeholder={t('placeholder')}
              className="weft-picker-input"
            />
            <Command.List className="weft-picker-list">
              {found.length === 0 && wanted === '' ? <p className="weft-picker-empty">{t('emptyMap')}</p> : null}
              {found.map((shape) => (
                <Command.Item
                  key={shape.id}
                  value={shape.id}
                  onSelect={() => choose(shape.id)}
                  className="weft-picker-item"
                >
                  <KindIcon kind={shape.element.kind} size={16} />
                  <span dir="auto">{speech.label(shape.element)}</span>
                </Command.Item>
              ))}
              {wanted === '' || isKnown ? null : (
                <Command.Item
                  value="add"
                  className="weft-picker-item"
                  onSelect={() => {
                    close()
                    addAndLink(stage, from, typed.trim())
                  }}
                >
                  <span className="weft-picker-plus" aria-hidden />
                  {t('add', { name: typed.trim() })}
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function listNearest(scene: Scene, from: ElementShape): readonly ElementShape[] {
  return [...scene.elements.values()]
    .filter((shape) => shape.id !== from.id && isLinkable(shape.element))
    .sort((a, b) => distanceBetween(a.centre, from.centre) - distanceBetween(b.centre, from.centre))
}

function addAndLink(stage: Stage, from: ElementShape, label: string): void {
  const at = findFreeSpot(stage.stored.get(), spotBeside(from, 'right', from.rect), from.rect)
  const linkId = createId<LinkId>(systemRandom)
  const result = stage.run(addLinkedElement, { from: from.id, direction: 'out', at, label, linkId })
  if (!result.ok) return
  const id = result.value.select?.elements[0]
  if (id !== undefined) {
    stage.editor.select({ elements: [id], links: [] })
    stage.setFocus({ kind: 'element', id })
  }
  if (questionOf(stage.editor.view.get(), linkId) !== undefined) stage.workspace.update({ signFor: linkId })
}
