// Preloaded: the process lives on a day in November 2026, at the hour of now, so that the days off of its next year are known.
const { now } = Date
const day = 86_400_000
const shift = Date.UTC(2026, 10, 23) - Math.floor(now() / day) * day

Date.now = () => now() + shift
