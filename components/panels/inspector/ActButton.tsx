import type { ComponentProps } from 'react'
import { Button } from '../../ui/Button'

/** A small button of the inspector that does nothing where its act would come to nothing. @param reasonId of what says why */
export function ActButton({
  refused,
  reasonId,
  onClick,
  ...rest
}: ComponentProps<typeof Button> & { readonly refused: string | undefined; readonly reasonId: string }) {
  return (
    <Button
      size="small"
      {...rest}
      aria-disabled={refused !== undefined}
      aria-describedby={refused && reasonId}
      onClick={refused === undefined ? onClick : undefined}
    />
  )
}
