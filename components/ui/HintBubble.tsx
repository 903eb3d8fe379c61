'use client'
import { Tooltip } from 'radix-ui'
import { useImperativeHandle, type ReactNode, type Ref } from 'react'
import { useObservable } from '../hooks/useObservable'
import type { Hint } from './hint'
import { hints } from './hints'
import { Kbd } from './Kbd'

/** Draws the one tooltip that is shown. */
export function HintBubble() {
  const hint = useObservable(hints.shown)
  if (hint === undefined) return null
  return <Bubble key={hint.id} hint={hint} />
}

function Bubble({ hint: { id, element, label, shortcut, side } }: { readonly hint: Hint<ReactNode> }) {
  return (
    <Tooltip.Provider>
      <Tooltip.Root open disableHoverableContent onOpenChange={(open) => (open ? undefined : hints.close(id))}>
        <Tooltip.Trigger asChild>
          <There element={element} />
        </Tooltip.Trigger>
        <Tooltip.Portal>
          <Tooltip.Content
            id={id}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onPointerEnter={hints.hold}
            onPointerLeave={() => hints.leave(id)}
            className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-button bg-ink px-2 py-1 text-meta text-canvas shadow-float"
          >
            {label}
            {shortcut === undefined ? null : <Kbd keys={shortcut} onDark />}
          </Tooltip.Content>
        </Tooltip.Portal>
      </Tooltip.Root>
    </Tooltip.Provider>
  )
}

/** Gives Radix the thing on the page that the words are about. */
function There({ element, ref }: { readonly element: HTMLElement; readonly ref?: Ref<HTMLElement> }): undefined {
  useImperativeHandle(ref, () => element, [element])
}
