/**
 * One-time messages the product may send, by the key that data, functions and pages share. A person is asked for at most
 * three at a time, inside a tap (WeChat's rule and this product's).
 */
export const MESSAGE_KEYS = ['registrationAccepted'] as const
export type MessageKey = (typeof MESSAGE_KEYS)[number]
