export * from "./counts";
export * from "./files";
export * from "./moderated";
export * from "./online";
export * from "./outside";
export * from "./page";
export * from "./participants";
