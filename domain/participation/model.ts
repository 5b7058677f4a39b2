/** What a stakeholder sees: nothing of what anybody said. */
export interface StakeholderPage {
  title: string;
  contractingAuthority: string;
  subject: string;
  milestones: { id: string; title: string; onDate: string }[];
  consultations: {
    id: string;
    title: string;
    heldOn: string | null;
    sector: string | null;
    statements: { id: string; number: number; text: string; explanation: string | null }[];
  }[];
}
