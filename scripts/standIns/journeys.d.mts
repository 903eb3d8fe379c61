export declare function interrupt(node: object): void

/** What a journey does with its node, in milliseconds. */
interface Plan {
  readonly duration: number
  readonly ease: (part: number) => number
  readonly listeners: readonly (readonly [type: 'start' | 'interrupt' | 'end', act: () => void])[]
  readonly tweens: readonly (() => (part: number) => void)[]
}

export declare function begin(plan: Plan, node: object, args: readonly unknown[]): void
