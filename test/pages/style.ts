/** A stylesheet means nothing in jsdom. */
export default {}
