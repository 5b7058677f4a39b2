import { findPersonalData } from "./domain/privacy/rules";
import { readFileSync } from "node:fs";
for (const f of process.argv.slice(2)) { const t=readFileSync(f,"utf8"); console.log("==",f); for (const x of findPersonalData(t)) console.log(x.kind, JSON.stringify(x.text), x.confidence);}
