/** The message of what one is called and may do now. */
export const standingToast = 'standing'
