/**
 * What came of offering a message. `ban`: this template is blocked for the mini-program; `off`: the person has switched
 * all messages of it off; `noNet` and `failed`: nobody was asked, or nobody knows.
 */
export type MessageAnswer = 'accept' | 'reject' | 'ban' | 'filter' | 'off' | 'noNet' | 'failed'
