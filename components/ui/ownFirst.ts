/** A handler and what is added to it: what the first prevents does not happen. */
export function ownFirst<Happening extends { readonly defaultPrevented: boolean }>(
  own: ((event: Happening) => void) | undefined,
  added: (event: Happening) => void,
): (event: Happening) => void {
  return (event) => {
    own?.(event)
    if (!event.defaultPrevented) added(event)
  }
}
