/** Carries one event to a cloud function and brings back its answer, unread. The only thing that differs by host. */
export interface Transport {
  /** Rejects with a TransportFailure. */
  call(name: string, event: { action: string; input: unknown }): Promise<unknown>
}

/** After this long an answer is given up, ms: as long as the SDK itself waits inside the cloud. */
export const TIMEOUT = 15_000
