/** WeChat has its own bar, and its own people. */
export const DevBar = () => null
