import path from "node:path";
import { MEASURES, type Measure, type Score } from "./measure";

/** Where today's totals are kept. */
export const FLOOR_FILE = path.join(import.meta.dirname, "floor.json");

/** One number per measure, a percentage of one decimal; each is higher when it is better. */
export function floorOf(score: Score): Record<string, number> {
  const share = (name: Measure) => {
    const { right, of } = score.measures[name];
    return of === 0 ? 0 : round((100 * right) / of);
  };
  return {
    ...Object.fromEntries(Object.keys(MEASURES).map((name) => [name, share(name as Measure)])),
    calibration: round(100 * (1 - score.calibrationError)),
  };
}

/** Rounded down, so that a floor is never higher than what it was made of. */
const round = (value: number) => Math.floor(value * 10) / 10;
