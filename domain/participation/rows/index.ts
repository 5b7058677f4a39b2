export * from "./files";
export * from "./online";
export * from "./page";
export * from "./participants";
