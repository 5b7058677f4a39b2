import type { ReaderScope } from "@/domain/kernel/scope";
import { noteInRoom, startMeeting } from "@/domain/room/commands";
import { type Online, onlineIn } from "./participation";

export interface Room extends Online {
  meetingId: string;
}

/** A meeting that is going on, about an online consultation that is open. */
export async function roomIn(
  scope: ReaderScope,
  settings: Record<string, string> = {},
  texts?: readonly string[],
): Promise<Room> {
  const online = await onlineIn(scope, settings, texts);
  const { meetingId } = await startMeeting(scope, { consultationId: online.consultationId });
  return { ...online, meetingId };
}

/** What somebody said there, as it is typed. */
export const said = ({ meetingId, statements }: Room, text: string, more: object = {}) => ({
  meetingId,
  statementId: statements[0] ?? null,
  kind: "reaction" as const,
  groupId: "",
  role: "",
  text,
  saidAt: new Date().toISOString(),
  ...more,
});

/** Something that was said there and written down. */
export const notedIn = (scope: ReaderScope, room: Room, text: string, more: object = {}) =>
  noteInRoom(scope, said(room, text, more));
