export { decideCorrection, undecideCorrection } from "./decide";
export { inviteAttendees, renewLink, revokeLink } from "./invite";
export { makeVersion } from "./make";
export { agree, proposeCorrection, withdrawCorrection } from "./propose";
export { changeRound, endRound, startRound } from "./rounds";
