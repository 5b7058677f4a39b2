import { readMarked } from "./tests/personal-data/read";
import { measurePersonal } from "./tests/personal-data/measure";
import { findPersonalData } from "./domain/privacy/rules";
const n=new Map<string,[number,number]>();
for (const d of readMarked()) { const s=measurePersonal([d],findPersonalData); for (const f of findPersonalData(d.text)){const k=`${f.kind} ${f.confidence}`; const e=n.get(k)??[0,0]; e[0]++; if(s.wrong.some((w)=>w.find.start===f.start)) e[1]++; n.set(k,e);} }
for (const [k,[a,b]] of [...n].sort()) if(/name|organ/.test(k)) console.log(k,a,"wrong",b, (1-b/a).toFixed(2));
