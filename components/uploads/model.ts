/** What one can do with a draft, as actions of the page. */
export interface DraftActions {
  choose: (data: FormData) => Promise<void>;
  stop: (data: FormData) => Promise<void>;
  again: (data: FormData) => Promise<void>;
  drop: (data: FormData) => Promise<void>;
}
