export * from "./files";
export * from "./online";
export * from "./outside";
export * from "./page";
export * from "./participants";
