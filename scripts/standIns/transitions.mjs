// In place of d3-transition in pages: it animates whatever a page may hold. What React Flow has it animate
// is the view, by d3-zoom; of transitions that asks for no more than this. d3-selection is React Flow's.
import { selection } from 'd3-selection'
import { begin, interrupt } from './journeys.mjs'

export { interrupt }

function transition() {
  const plan = { duration: 250, ease: (part) => part, listeners: [], tweens: [] }
  this.each(function (...args) {
    begin(plan, this, args)
  })
  const made = {
    selection: () => this,
    duration: (milliseconds) => {
      plan.duration = milliseconds
      return made
    },
    ease: (ease) => {
      plan.ease = ease
      return made
    },
    on: (names, act) => {
      for (const name of names.split(' ')) plan.listeners.push([name.split('.')[0], act])
      return made
    },
    tween: (_name, make) => {
      plan.tweens.push(make)
      return made
    },
    call: (act, ...args) => {
      act(made, ...args)
      return made
    },
  }
  return made
}

selection.prototype.transition = transition
selection.prototype.interrupt = function () {
  return this.each(function () {
    interrupt(this)
  })
}
