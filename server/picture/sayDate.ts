/** A day as it stands on a picture, by the clock of this machine. */
export function sayDate(time: number): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(time)
}
