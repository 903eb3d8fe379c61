/**
 * The same port, of which every call that rejects is told of; who called hears of it as before. What a port answers no to
 * is no fault.
 * @param onFault told the name of the method
 */
export function watchFaults<Port extends object>(port: Port, onFault: (method: string) => void): Port {
  const watched = Object.entries(port).map(([name, part]: [string, unknown]) => {
    if (typeof part !== 'function') return [name, part] as const
    const call = (...given: unknown[]): unknown => {
      const answer: unknown = Reflect.apply(part, port, given)
      if (answer instanceof Promise) answer.catch(() => onFault(name))
      return answer
    }
    return [name, call] as const
  })
  return Object.fromEntries(watched) as Port
}
