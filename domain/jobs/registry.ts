import { sendLinkJob } from "../accounts/jobs";
import { adoptEditionJob, compareEditionsJob } from "../editions/jobs";
import { queueInvitedJob, tendInvitedJob } from "../invitations/jobs";
import type { Job } from "../kernel/job";
import { forgetMailJob, sendMailJob } from "../mail/jobs";
import { searchWrittenJob, wipeConsultationJob } from "../participation/jobs";
import {
  destroyOriginalJob,
  locateSourceJob,
  readSourceJob,
  reviseSourceJob,
  searchSourceJob,
} from "../sources/jobs";
import { addReactionsJob, forgetDraftJob, inspectDraftJob } from "../uploads/jobs";

/** Every job there is: a process that works off jobs takes all of them. */
export const JOBS: readonly Job[] = [
  sendLinkJob,
  sendMailJob,
  forgetMailJob,
  queueInvitedJob,
  tendInvitedJob,
  readSourceJob,
  destroyOriginalJob,
  reviseSourceJob,
  locateSourceJob,
  searchSourceJob,
  searchWrittenJob,
  wipeConsultationJob,
  adoptEditionJob,
  compareEditionsJob,
  inspectDraftJob,
  forgetDraftJob,
  addReactionsJob,
];
