export { mayAdminister as mayReadAudit } from "../accounts/policy";
