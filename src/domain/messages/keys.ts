/**
 * One-time messages the product may send, by the key that data, functions and pages share. A person is asked for at most
 * three at a time, inside a tap (WeChat's rule and this product's).
 */
export const MESSAGE_KEYS = ['registrationAccepted'] as const
export type MessageKey = (typeof MESSAGE_KEYS)[number]

/**
 * What each message says, by meaning; a template gives each meaning a field of its own. None is a personal fact, and none
 * names what kind of registration it is: a notification is read over shoulders.
 */
export const MESSAGE_FACTS = {
  registrationAccepted: ['district', 'acceptedOn', 'hint'],
} as const satisfies Record<MessageKey, readonly string[]>
