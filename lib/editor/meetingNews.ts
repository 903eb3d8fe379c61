import { createNews } from '../base/listeners'
import { createObservable, type Observable } from '../base/observable'
import type { MapView } from '../model/mapView'
import type { RoomEvent } from '../protocol/events'
import type { Gathering } from '../protocol/gather'

/** A part of the meeting as the server told of it, not read yet: what shows it reads it. */
export interface ToldMeeting {
  /** Of two tellings the one that has more is newer. */
  readonly version: number
  readonly [field: string]: unknown
}

/** The door as the server told of it, not read yet. */
export interface ToldDoor {
  readonly waits: boolean
  readonly [field: string]: unknown
}
/** What of this person's changes may not be, and stayed as it was. */
export type PutBackEvent = Extract<RoomEvent, { readonly kind: 'put-back' }> & {
  /** The map as it was before that. */
  readonly before?: MapView | undefined
  /** The map as it is now, also what is hidden from this person. */
  readonly after?: MapView | undefined
}

/** The timer and the agenda of a map and where everyone was brought last, as far as this tab has been told. */
export interface MeetingNews {
  readonly timer: Observable<ToldMeeting | undefined>
  readonly agenda: Observable<ToldMeeting | undefined>
  /** Groups that work on copies of the map, and of what it is itself a copy. */
  readonly breakouts: Observable<ToldMeeting | undefined>
  /** What those who run the meeting keep others from. */
  readonly protection: Observable<ToldMeeting | undefined>
  readonly gathering: Observable<Gathering | undefined>
  /** Who waits at the door: a `DoorAnswer`, or to who waits themselves `WaitingNews`; read by what shows it. */
  readonly door: Observable<ToldDoor | undefined>
  takeDoor(told: ToldDoor): void
  /** Takes in what the server answered, unless something newer was told meanwhile. */
  takeTimer(told: ToldMeeting): void
  takeAgenda(told: ToldMeeting): void
  takeBreakouts(told: ToldMeeting): void
  takeProtection(told: ToldMeeting): void
  /** Calls `listener` with what of one's own the server put back. What comes before anybody listens waits. */
  onPutBack(listener: (putBack: PutBackEvent) => void): () => void
  /** How often that was heard. */
  putBacks(): number
  hear(event: RoomEvent): void
}

/** @param map gives the map, hidden parts and all, as it was before the last change from elsewhere, and as it is */
export function createMeetingNews(map?: { readonly before: () => MapView; readonly now: () => MapView }): MeetingNews {
  const timer = createObservable<ToldMeeting | undefined>(undefined)
  const agenda = createObservable<ToldMeeting | undefined>(undefined)
  const breakouts = createObservable<ToldMeeting | undefined>(undefined)
  const protection = createObservable<ToldMeeting | undefined>(undefined)
  const gathering = createObservable<Gathering | undefined>(undefined)
  const door = createObservable<ToldDoor | undefined>(undefined)
  const putBacks = createNews<PutBackEvent>()
  let heard = 0
  const take = (kept: typeof timer, told: ToldMeeting): void => {
    if (told.version >= (kept.get()?.version ?? 0)) kept.set(told)
  }
  return {
    timer,
    agenda,
    breakouts,
    protection,
    gathering,
    door,
    takeDoor: door.set,
    takeTimer: (told) => take(timer, told),
    takeAgenda: (told) => take(agenda, told),
    takeBreakouts: (told) => take(breakouts, told),
    takeProtection: (told) => take(protection, told),
    onPutBack: putBacks.on,
    putBacks: () => heard,
    hear(event) {
      if (event.kind === 'timer') take(timer, event.timer)
      else if (event.kind === 'agenda') take(agenda, event.agenda)
      else if (event.kind === 'door') door.set(event.door)
      else if (event.kind === 'breakouts') take(breakouts, event.breakouts)
      else if (event.kind === 'protection') take(protection, event.protection)
      else if (event.kind === 'put-back') {
        heard += 1
        putBacks.tell({ ...event, before: map?.before(), after: map?.now() })
      } else if (event.kind === 'gather') gathering.set(event.gathering)
    },
  }
}
