'use client'
import { CanvasMenu } from './CanvasMenu'
import { LinkPicker } from './LinkPicker'
import { SelectionBar } from './SelectionBar'
import { SignQuestion } from './SignQuestion'

/** What floats over the map while something is being done to it. */
export function CanvasFloats({ onDone }: { readonly onDone: () => void }) {
  return (
    <>
      <SelectionBar />
      <SignQuestion onDone={onDone} />
      <LinkPicker onDone={onDone} />
      <CanvasMenu onDone={onDone} />
    </>
  )
}
