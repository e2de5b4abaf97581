/** How a worker tells the host that it ended itself because its memory limit was exceeded. */
export const MEMORY_EXIT_CODE = 77
