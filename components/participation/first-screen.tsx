import type { ConsultationPage, OwnAnswers } from "@/domain/participation/model";
import { ClosedScreen, WithdrawnScreen } from "./closed-screens";
import { PlannedScreen, ResumeScreen, StartScreen } from "./start-screen";

/** What one comes upon at an address: what is closed or not open yet, one's own answers, or the beginning. */
export function FirstScreen({
  page,
  own,
  code,
  here,
  address,
  asked,
}: {
  page: ConsultationPage;
  /** Of who is known on this device, or whose address it is. */
  own: OwnAnswers | null;
  code: string;
  /** Whether they said on this device that it is them. */
  here: boolean;
  /** Their own full address, when they are known on this device. */
  address: string | null;
  /** Whether it is somebody's own address: that asks for their answers, whatever the state. */
  asked: boolean;
}) {
  const resume = own ? <ResumeScreen page={page} own={own} code={code} /> : null;
  if (asked && resume) return resume;
  if (page.state === "planned") return <PlannedScreen page={page} />;
  if (page.withdrawn) return (!here && resume) || <WithdrawnScreen code={code} />;
  if (page.state === "closed") {
    return (
      (!here && resume) || <ClosedScreen page={page} own={own} code={code} address={address} />
    );
  }
  return resume ?? <StartScreen page={page} code={code} />;
}
