export { verifyAudit } from "./check";
export { auditHeads } from "./heads";
export { AUDIT_PAGE, auditChoices, dossierAudit, dossierAuditActions, listAudit } from "./list";
export { auditRows, dossierAuditRows } from "./rows";
