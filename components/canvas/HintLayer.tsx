'use client'
import { memo, useMemo } from 'react'
import type { ElementShape } from '../../lib/geometry/elementShape'
import { hintText } from '../../lib/geometry/hintText'
import { useWorkspaceState } from '../hooks/EditorProvider'
import { useObservable } from '../hooks/useObservable'
import { useStage } from './StageContext'
import { useHintScale } from './useHintScale'

/** Names of a small map that is seen from afar, as large as their boxes hold. The nodes hide theirs meanwhile. */
export function HintLayer() {
  const scale = useHintScale()
  return scale === undefined ? null : <Hints scale={scale} />
}

function Hints({ scale }: { readonly scale: number }) {
  const stage = useStage()
  const scene = useObservable(stage.scene)
  const naming = useObservable(stage.draft, (draft) => draft?.id)
  const matches = useWorkspaceState((state) => state.spotlight)
  return Array.from(scene.elements.values(), (shape) =>
    shape.id === naming ? null : (
      <Hint
        key={shape.id}
        shape={shape}
        scale={scale}
        dimmed={shape.element.paint?.faded === true || (matches !== undefined && !matches.elements.has(shape.id))}
      />
    ),
  )
}

interface HintProps {
  readonly shape: ElementShape
  readonly scale: number
  readonly dimmed: boolean
}

const Hint = memo(function Hint({ shape, scale, dimmed }: HintProps) {
  const text = useMemo(() => hintText(shape, scale), [shape, scale])
  if (text === undefined) return null
  const { box, size, lineHeight, anchor, lines } = text
  return (
    <div
      className="weft-hint"
      aria-hidden
      dir="auto"
      data-dimmed={dimmed || undefined}
      data-kind={shape.element.kind}
      style={{
        transform: `translate(${box.x}px, ${box.y}px)`,
        width: box.width,
        height: box.height,
        fontSize: size,
        fontWeight: shape.layout.text.weight,
        lineHeight: `${lineHeight}px`,
        justifyContent: anchor === 'middle' ? 'center' : 'start',
        textAlign: anchor === 'middle' ? 'center' : 'start',
      }}
    >
      {lines.join('\n')}
    </div>
  )
})
